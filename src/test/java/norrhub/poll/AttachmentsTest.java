package norrhub.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import norrhub.poll.failure.FailureMessage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AttachmentsTest {

  @Test
  void aMailNestedWithoutEndIsNotWalkedWithoutEnd() {
    StringBuilder mail = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
    for (int i = 0; i < 200; i++) {
      mail.append(
          "--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n".formatted(i, i + 1));
    }

    assertThatThrownBy(() -> attachments(mail.toString()))
        .isInstanceOf(MessagingException.class)
        .hasMessageContaining("nested more than");
  }

  @Test
  void aMailOfAThousandPartsIsNotReadWhole() {
    String part = "--b\r\nContent-Type: text/csv; name=a.csv\r\n\r\na;b\r\n";

    assertThatThrownBy(
            () ->
                attachments(
                    "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + part.repeat(1000)
                        + "--b--\r\n"))
        .isInstanceOf(MessagingException.class)
        .hasMessageContaining("more than 100 parts");
  }

  @Test
  void theTextOfAMailIsNoAttachment() throws Exception {
    assertThat(attachments("Content-Type: text/plain\r\n\r\nHej, vi söker; skriv till oss\r\n"))
        .isEmpty();
  }

  @Test
  void aMailThatIsNothingButAFileHasOne() throws Exception {
    assertThat(attachments("Content-Type: application/json\r\n\r\n[]\r\n"))
        .singleElement()
        .extracting(Attachment::name)
        .isEqualTo("attachment 1");
  }

  @Test
  @Timeout(60)
  void noMailOfTheTortureCorpusHangsOrKills() throws IOException {
    Path corpus = Path.of("../shared/corpora/mime4j-testmsgs");
    Assumptions.assumeTrue(Files.isDirectory(corpus), "the corpus of torture mails is not here");
    int found = 0;
    try (var files = Files.walk(corpus)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".msg")).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          List<Attachment> vacancies = Attachments.of(new MimeMessage(null, in)).vacancies();
          assertThat(vacancies).extracting(Attachment::name).doesNotContainNull();
          found += vacancies.size();
        } catch (MessagingException | IOException e) {
          assertThat(FailureMessage.of(e)).as(file.toString()).isNotBlank();
        }
      }
    }
    assertThat(found).isPositive();
  }

  private static List<Attachment> attachments(String mail) throws MessagingException, IOException {
    byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
    return Attachments.of(new MimeMessage(null, new ByteArrayInputStream(bytes))).vacancies();
  }
}
