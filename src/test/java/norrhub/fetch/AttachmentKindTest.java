package norrhub.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<?xml version='1.0'?><jobs/>~XML",
        "' <jobs>'~XML",
        "<!DOCTYPE html><html>~OTHER",
        "<HTML lang='sv'>~OTHER",
        "<htmlish/>~XML",
        "{\"items\":[]}~JSON",
        "[]~JSON",
        "Titel;Ort~TABLE",
        "title,place~TABLE",
        "\"Titel\"|Ort~TABLE",
        "Hej och välkommen~OTHER",
        "BEGIN:VCALENDAR~OTHER",
        "-----BEGIN PGP SIGNATURE-----~OTHER",
        "%PDF-1.7~OTHER",
        "''~OTHER"
      })
  void theFirstBytesTell(String head, AttachmentKind kind) {
    assertThat(AttachmentKind.of(head.getBytes(StandardCharsets.UTF_8))).isEqualTo(kind);
  }

  @Test
  void aByteOrderMarkIsNoContent() {
    assertThat(AttachmentKind.of("\uFEFF{}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(AttachmentKind.JSON);
  }

  @Test
  void excelsOwnCharactersAreText() {
    assertThat(
            AttachmentKind.of(
                "Titel;Ort\r\nLäkare;Luleå".getBytes(Charset.forName("windows-1252"))))
        .isEqualTo(AttachmentKind.TABLE);
  }

  @Test
  void whatHasControlsIsNoText() {
    assertThat(kind("Titel;Ort\u0003\u0004;,")).isEqualTo(AttachmentKind.OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "[Content_Types].xml _rels/.rels xl/workbook.xml,TABLE",
    "[Content_Types].xml _rels/.rels word/document.xml,OTHER",
    "[Content_Types].xml ppt/presentation.xml,OTHER",
    "mimetypeapplication/vnd.oasis.opendocument.text,OTHER",
    "annonser.xml,PACKED"
  })
  void aZipIsWhatItsEntriesAre(String entries, AttachmentKind kind) {
    assertThat(kind("PK\u0003\u0004\u0014\u0000" + entries)).isEqualTo(kind);
  }

  @Test
  void aGzipIsPacked() {
    assertThat(kind("\u001F\u008B\u0008\u0000")).isEqualTo(AttachmentKind.PACKED);
  }

  private static AttachmentKind kind(String bytes) {
    return AttachmentKind.of(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource({
    "hr@kraft.example,true",
    "HR@Kraft.Example,true",
    "anyone@skola.example,true",
    "hr@kraft.example.evil.example,false",
    "anyone@kraft.example,false",
    "hr@evil-kraft.example,false",
    "x@sub.skola.example,false",
    "@skola.example,false",
    "'',false"
  })
  void sendersAreAddressesOrWholeDomains(String address, boolean allowed) {
    SenderAllowList senders = new SenderAllowList(List.of("Hr@kraft.example", "@skola.example"));

    assertThat(senders.allow(address)).isEqualTo(allowed);
  }
}
