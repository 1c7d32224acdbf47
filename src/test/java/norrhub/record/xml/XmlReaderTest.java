package norrhub.record.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import norrhub.record.Limits;
import norrhub.record.PartFile;
import norrhub.record.Parts;
import norrhub.record.Parts.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
  private static final XmlSettings JOBS =
      new XmlSettings("Jobs/Job", List.of("Place", "A/B"), List.of());
  private static final Limits SMALL = new Limits(10, 20_000, 50, 5, 3, Duration.ofSeconds(10));
  @TempDir Path folder;

  private Outcome read(String xml) throws IOException {
    return Parts.read(new XmlReader(), Parts.of(folder, xml), JOBS);
  }

  private Outcome readSmall(String xml) throws IOException {
    return Parts.read(new XmlReader(SMALL), Parts.of(folder, xml), JOBS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Job>text</Job>                             | \"text\"",
        "<Job/>                                      | \"\"",
        "<Job><Flag/></Job>                          | {'Flag':''}",
        "<Job a='1'/>                                | {'@a':'1'}",
        "<Job a='1'> x </Job>                        | {'@a':'1','#text':' x '}",
        "<Job>  <T>a</T> </Job>                      | {'T':'a'}",
        "<Job><T>1</T><T>2</T><T>3</T></Job>         | {'T':['1','2','3']}",
        "<Job><Place>Luleå</Place></Job>             | {'Place':['Luleå']}",
        "<Job><A><B>1</B></A><B>2</B></Job>          | {'A':{'B':['1']},'B':'2'}",
        "<Job><T>a<![CDATA[<b>&amp;]]>c</T></Job>    | {'T':'a<b>&amp;c'}",
        "<Job><T>a<!-- no -->b<?no?>c</T></Job>      | {'T':'abc'}",
        "<Job><T>&lt;&#229;&#x1F9CA;</T></Job>       | {'T':'<å🧊'}",
        "<Job xmlns:x='u'><x:T x:a='1'/></Job>       | {'T':{'@a':'1'}}",
        "<Job>so <b>bold</b> it is</Job>             | {'b':'bold','#text':'so  it is'}",
      })
  void anElementHasOneShape(String xml, String json) throws IOException {
    assertThat(read("<Jobs>" + xml + "</Jobs>").contents())
        .containsExactly(json.replace('\'', '"'));
  }

  @Test
  void recordsMayStandElsewhereInFilesOfOneFormat() throws IOException {
    XmlSettings settings =
        new XmlSettings("source/job", List.of(), List.of("source/jobs/job", "job"));

    for (String xml :
        List.of(
            "<source><job>1</job></source>",
            "<source><jobs><job>1</job></jobs></source>",
            "<job>1</job>")) {
      Outcome outcome = Parts.read(new XmlReader(), Parts.of(folder, xml), settings);
      assertThat(outcome.contents()).containsExactly("\"1\"");
      assertThat(outcome.code()).isEmpty();
    }
    PartFile other = Parts.of(folder, "<rss/>");
    assertThat(Parts.read(new XmlReader(), other, settings).code()).isEqualTo("part-wrong-root");
  }

  @Test
  void theRootAloneMayBeTheRecord() throws IOException {
    XmlSettings settings = new XmlSettings("Job", List.of(), List.of());
    Outcome outcome =
        Parts.read(new XmlReader(), Parts.of(folder, "<Job><T>a</T></Job>"), settings);

    assertThat(outcome.contents()).containsExactly("{\"T\":\"a\"}");
  }

  @Test
  void aRecordKnowsItsPlace() throws IOException {
    XmlSettings settings = new XmlSettings("Envelope/Packet/Job", List.of(), List.of());
    PartFile part =
        Parts.of(
            folder,
            """
            <Envelope>
              <Job>not on the path</Job>
              <Packet><Job>1</Job>
                <Job>2</Job></Packet>
              <Packet><Other><Job>not on the path</Job></Other>

                <Job>3</Job>
              </Packet>
            </Envelope>
            """);

    assertThat(Parts.read(new XmlReader(), part, settings).places())
        .containsExactly(
            "part:3 /Envelope/Packet[1]/Job[1]",
            "part:4 /Envelope/Packet[1]/Job[2]",
            "part:7 /Envelope/Packet[2]/Job[1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                              | part-empty",
        "'   \n'                                         | part-empty",
        "<!DOCTYPE html><html><p>Logga in                | part-is-html",
        "<html lang='sv'><body>503</body></html>         | part-is-html",
        "<Vacancies><Job/></Vacancies>                   | part-wrong-root",
        "Felmeddelande: gruppen finns inte               | part-malformed",
        "<Jobs><Job/></Jobs>trailing                     | part-malformed",
        "<Jobs><Job/></Jobs><Jobs/>                      | part-malformed",
        "<Jobs><Job>a & b</Job></Jobs>                   | part-malformed",
        "<Jobs><Job><>375</></Job></Jobs>                | part-malformed",
        "<Jobs><Job>&nbsp;</Job></Jobs>                  | part-malformed",
        "<Jobs><Job/>                                    | part-cut-off",
        "<Jobs><Job>Överläk                              | part-cut-off",
        "<Jobs><Job><T>x</T></Job                        | part-cut-off",
        "<Jobs><Job a='                                  | part-cut-off",
        "<Jobs><Job><![CDATA[x                           | part-cut-off",
        "<!DOCTYPE Jobs><Jobs/>                          | part-has-doctype",
      })
  void whatIsWrongWithAPartIsReported(String xml, String code) throws IOException {
    assertThat(read(xml).code()).isEqualTo(code);
  }

  @Test
  void recordsBeforeTheBreakStand() throws IOException {
    Outcome outcome = read("<Jobs>\n<Job>1</Job>\n<Job>2</Job>\n<Job>3");

    assertThat(outcome.contents()).containsExactly("\"1\"", "\"2\"");
    assertThat(outcome.broken().orElseThrow().place().line()).isEqualTo(4);
  }

  @Test
  void aFileWithoutVacanciesIsWholeAndEmpty() throws IOException {
    assertThat(read("<Jobs/>")).isEqualTo(new Outcome(List.of(), List.of(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1", "windows-1252"})
  void theDeclaredCharacterSetIsUsed(String charset) throws IOException {
    String xml = "<?xml version='1.0' encoding='" + charset + "'?><Jobs><Job>åäö</Job></Jobs>";
    PartFile part = Parts.of(folder, xml.getBytes(Charset.forName(charset)));

    assertThat(Parts.read(new XmlReader(), part, JOBS).contents()).containsExactly("\"åäö\"");
  }

  @Test
  void theByteOrderMarkIsUsed() throws IOException {
    PartFile part = Parts.of(folder, "<Jobs><Job>å</Job></Jobs>".getBytes(UTF_16));

    assertThat(Parts.read(new XmlReader(), part, JOBS).contents()).containsExactly("\"å\"");
  }

  @Test
  void latin1PassedOffAsUtf8IsNotRead() throws IOException {
    PartFile part = Parts.of(folder, "<Jobs><Job>Luleå</Job></Jobs>".getBytes(ISO_8859_1));

    assertThat(Parts.read(new XmlReader(), part, JOBS).code()).isEqualTo("part-malformed");
  }

  @Test
  void anExternalEntityIsNeitherFetchedNorRead() throws IOException {
    PartFile secret = Parts.of(folder, "secret");
    Outcome outcome =
        read(
            "<!DOCTYPE Jobs [<!ENTITY x SYSTEM '%s'>]><Jobs><Job>&x;</Job></Jobs>"
                .formatted(secret.file().toUri()));

    assertThat(outcome.code()).isEqualTo("part-has-doctype");
    assertThat(outcome.readings()).isEmpty();
  }

  @Test
  void aBillionLaughsAreNotLaughed() throws IOException {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE Jobs [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
    }
    bomb.append("]><Jobs><Job>&a29;</Job></Jobs>");

    assertThat(read(bomb.toString()).code()).isEqualTo("part-has-doctype");
  }

  @Test
  void everythingThatCanGrowHasALimit() throws IOException {
    String job = "<Jobs><Job>%s</Job></Jobs>";
    String long1 = "x".repeat(50_000);

    assertThat(readSmall(job.formatted("<a>".repeat(20)))).satisfies(this::isOverLimit);
    assertThat(readSmall("<Jobs>" + "<a>".repeat(20))).satisfies(this::isOverLimit);
    assertThat(readSmall(job.formatted("<a/>".repeat(60)))).satisfies(this::isOverLimit);
    assertThat(readSmall(job.formatted("<a " + "b='' ".repeat(2) + "/>")).code())
        .isEqualTo("part-malformed");
    assertThat(readSmall(job.formatted("<a a='' b='' c='' d='' e='' f=''/>")))
        .satisfies(this::isOverLimit);
    assertThat(readSmall("<Jobs>" + "<Job/>".repeat(4) + "</Jobs>")).satisfies(this::isOverLimit);
    assertThat(readSmall(job.formatted(long1))).satisfies(this::isOverLimit);
    assertThat(readSmall(job.formatted("<a b='" + long1 + "'/>"))).satisfies(this::isOverLimit);
    assertThat(readSmall(job.formatted("<" + long1 + "/>"))).satisfies(this::isOverLimit);
    assertThat(readSmall(job.formatted("<!--" + long1 + "-->"))).satisfies(this::isOverLimit);
    assertThat(readSmall("<!--" + long1 + "--><Jobs/>")).satisfies(this::isOverLimit);
  }

  private void isOverLimit(Outcome outcome) {
    assertThat(outcome.code()).isEqualTo("part-over-limit");
  }

  @Test
  void aLongFileOfShortRecordsIsUnderTheLimits() throws IOException {
    Limits limits = new Limits(10, 20_000, 50, 5, 100_000, Duration.ofSeconds(10));
    PartFile part = Parts.of(folder, "<Jobs>" + "<Job><T>x</T></Job>\n".repeat(20_000) + "</Jobs>");

    assertThat(Parts.read(new XmlReader(limits), part, JOBS).readings()).hasSize(20_000);
  }
}
