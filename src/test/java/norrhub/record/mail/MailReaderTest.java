package norrhub.record.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import norrhub.record.Limits;
import norrhub.record.PartFile;
import norrhub.record.Parts;
import norrhub.record.Parts.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {
  private static final MailSettings MAIL =
      new MailSettings(
          Map.of("title", List.of("Titel"), "place", List.of("Ort"), "tasks", List.of("Uppgifter")),
          List.of("title", "employer", "place"),
          List.of("Apply with resume & profile"));
  @TempDir Path folder;

  private Outcome read(String mail) throws IOException {
    return read(mail.getBytes(UTF_8));
  }

  private Outcome read(byte[] mail) throws IOException {
    return Parts.read(new MailReader(), Parts.of(folder, mail), MAIL);
  }

  @Test
  void labelsGiveFieldsAndTheRestIsTheText() throws IOException {
    assertThat(read("TITEL : Kock\n* Ort: Kiruna\nVi lagar mat.\nTid: 08:00\n").contents())
        .containsExactly(
            "{\"subject\":\"\",\"fields\":{\"title\":\"Kock\",\"place\":\"Kiruna\"},"
                + "\"text\":\"Vi lagar mat.\\nTid: 08:00\"}");
  }

  @Test
  void aLabelAloneSpeaksForTheLinesBelowIt() throws IOException {
    assertThat(
            read("Ort:\nKiruna\n\nHej\nUppgifter:\nLaga mat och\nhåll rent.\n\nDiska.\nTitel: Kock")
                .contents())
        .containsExactly(
            "{\"subject\":\"\",\"fields\":{\"place\":\"Kiruna\",\"tasks\":\"Laga mat och\\nhåll rent.\\n\\nDiska.\","
                + "\"title\":\"Kock\"},\"text\":\"Hej\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"----------", "- - - - - -", "______", "= = = = =", "**********"})
  void aLineOfDashesDividesADigestAndGreetingsAreNoVacancy(String divider) throws IOException {
    String digest =
        "Hej!\n%1$s\nKock\nHotellet\nKiruna\nApply with resume & profile\nText\n%1$s\nStädare\nBolaget\nBoden\n%1$s\nHälsningar\n";
    Outcome outcome = read(digest.formatted(divider));

    assertThat(outcome.contents())
        .containsExactly(
            "{\"subject\":\"\",\"fields\":{\"title\":\"Kock\",\"employer\":\"Hotellet\",\"place\":\"Kiruna\"},\"text\":\"Text\"}",
            "{\"subject\":\"\",\"fields\":{\"title\":\"Städare\",\"employer\":\"Bolaget\",\"place\":\"Boden\"},\"text\":\"\"}");
    assertThat(outcome.places()).containsExactly("part line 3", "part line 9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----Ursprungligt meddelande-----\nFrån: Bo\nSkickat: i går\nÄmne: VB: Kock\n\nTitel: Kock",
        "---------- Forwarded message ---------\nFrom: Bo\nDate: x\nSubject: Kock\nTo: y\n\nTitel: Kock",
        "________________________________\nFrån: Bo\nSkickat: i går\nTill: y\nÄmne: Kock\n\nTitel: Kock"
      })
  void ofAForwardedMailOnlyWhatWasForwardedIsRead(String forwarded) throws IOException {
    Outcome outcome = read("From: a@b.example\nSubject: FYI\n\nSe nedan!\n/Anna\n\n" + forwarded);

    assertThat(outcome.contents())
        .containsExactly("{\"subject\":\"Kock\",\"fields\":{\"title\":\"Kock\"},\"text\":\"\"}");
  }

  @Test
  void signaturesAreNotRead() throws IOException {
    assertThat(read("Titel: Kock\nText\n-- \nBo Ek\nOrt: Hemma").contents())
        .containsExactly("{\"subject\":\"\",\"fields\":{\"title\":\"Kock\"},\"text\":\"Text\"}");
  }

  @Test
  void ofTwoVersionsThePlainOneIsRead() throws IOException {
    String mail =
        """
        From: a@b.example
        Date: Mon, 9 Nov 2026 08:15:00 +0100
        Subject: =?iso-8859-1?Q?K=F6k?=
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/html

        <p>Titel: Fel</p>
        --b
        Content-Type: text/plain; charset=utf-8

        Titel: Rätt
        --b--
        """;

    assertThat(read(mail).contents())
        .containsExactly(
            "{\"subject\":\"Kök\",\"sent\":\"2026-11-09T07:15:00Z\","
                + "\"fields\":{\"title\":\"Rätt\"},\"text\":\"\"}");
  }

  @Test
  void htmlIsReadLineByLineAndItsLinksAreShown() throws IOException {
    String mail =
        """
        From: a@b.example
        Content-Type: text/html; charset=utf-8

        <style>p{}</style><p>Titel: <b>Kock</b></p><div>Ort: Kiruna<br>Vi lagar <a
        href="https://a.example/1">mat</a></div>
        """;

    assertThat(read(mail).contents())
        .hasSize(1)
        .first()
        .asString()
        .contains("\"title\":\"Kock\"", "\"place\":\"Kiruna\"", "mat https://a.example/1");
  }

  @Test
  void aCharacterSetThatLiesIsFoundOut() throws IOException {
    byte[] mail =
        "From: a@b.example\nContent-Type: text/plain; charset=iso-8859-1\n\nTitel: Kock – €"
            .getBytes(Charset.forName("windows-1252"));

    assertThat(read(mail).contents()).first().asString().contains("Kock – €");
    assertThat(read("Titel: Kock – €".getBytes(Charset.forName("windows-1252"))).contents())
        .first()
        .asString()
        .contains("Kock – €");
  }

  @Test
  void aTextWhoseEncodingNobodyKnowsIsRejectedWithItsReason() throws IOException {
    Outcome outcome =
        read("From: a@b.example\nContent-Transfer-Encoding: x-gzip64\n\nTitel: Kock\n");

    assertThat(outcome.code()).isEqualTo("part-malformed");
    assertThat(outcome.broken().orElseThrow()).hasMessageContaining("`x-gzip64`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8-bit", "8bits", "utf-8", "none", "BASE64", "binary", "iso-8859-1"})
  void anEncodingWhoseMeaningIsPlainIsRead(String encoding) throws IOException {
    String text = encoding.equals("BASE64") ? "VGl0ZWw6IEtvY2sK" : "Titel: Kock";
    assertThat(
            read("From: a@b.example\nContent-Transfer-Encoding: %s\n\n%s\n"
                    .formatted(encoding, text))
                .contents())
        .first()
        .asString()
        .contains("\"title\":\"Kock\"");
  }

  @Test
  void ofTwoVersionsTheOneThatCannotBeReadIsMadeUpForByTheOther() throws IOException {
    String mail =
        """
        From: a@b.example
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain
        Content-Transfer-Encoding: x-nonsense

        ?
        --b
        Content-Type: text/html

        <p>Titel: Kock</p>
        --b--
        """;

    assertThat(read(mail).contents()).first().asString().contains("\"title\":\"Kock\"");
    assertThat(read(mail.replace("alternative", "mixed")).code()).isEqualTo("part-malformed");
  }

  @Test
  void whatIsWrongWithAMailIsReported() throws IOException {
    assertThat(read("").code()).isEqualTo("part-empty");
    assertThat(read("From: a@b.example\nSubject: Hej\n\n\n").code()).isEqualTo("part-wrong-root");
    MailReader reader = new MailReader(new Limits(10, 20_000, 50, 5, 3, Duration.ofSeconds(10)));
    PartFile part = Parts.of(folder, "x".repeat(30_000));
    assertThat(Parts.read(reader, part, MAIL).code()).isEqualTo("part-over-limit");
  }
}
