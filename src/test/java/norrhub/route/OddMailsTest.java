package norrhub.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import norrhub.poll.Attachment;
import norrhub.poll.Attachments;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mails that no standard allows and people send all the same: {@code
 * norrhub.record.mail.LenientMail}.
 */
@RouteTest
class OddMailsTest {
  private static final Path SAMPLES = Path.of("src/test/resources/norrhub/route");
  private static final Path CASES = Path.of("../shared/cases");

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired JdbcClient db;

  private final Mailbox mailbox = new Mailbox();

  @AfterEach
  void stop() {
    mailbox.close();
  }

  static Stream<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".eml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** Each holds one table with one vacancy, below one oddity; its file's name says which. */
  @ParameterizedTest
  @MethodSource("samples")
  void theTableInAnOddMailIsFound(String sample) throws Exception {
    try (InputStream mail = Files.newInputStream(SAMPLES.resolve(sample))) {
      List<Attachment> found = Attachments.of(new MimeMessage(null, mail)).vacancies();

      assertThat(found).hasSize(1);
      assertThat(found.get(0).name()).isEqualTo("lediga jobb.csv");
      assertThat(new String(found.get(0).content().readAllBytes(), UTF_8))
          .startsWith("Ref;Titel")
          .contains("Snickare;Umeå");
    }
  }

  @Test
  void oddMailsComeThroughTheMailRoute() throws Exception {
    for (String sample : samples().toList()) {
      mailbox.raw(
          "From: asa@kraft.example\nSubject: "
              + sample
              + "\n"
              + Files.readString(SAMPLES.resolve(sample)));
    }

    addFeed("odd-mails");

    await()
        .untilAsserted(
            () ->
                assertThat(new Ledger(db).received("odd-mails"))
                    .containsExactlyInAnyOrderElementsOf(samples().toList()));
    assertThat(mailbox.subjects("refused")).isEmpty();
    camel.getRouteController().stopRoute("feed-odd-mails");
  }

  @Test
  void theMailsOfTheCasesComeThroughTheMailRoute() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(CASES), CASES + " is not here: nothing to try");
    List<Path> cases;
    try (Stream<Path> files = Files.list(CASES)) {
      cases = files.filter(f -> f.getFileName().toString().matches("17.*\\.eml")).sorted().toList();
    }
    assertThat(cases).isNotEmpty();
    for (Path file : cases) {
      String text = Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
      mailbox.raw(text.replaceFirst("(?m)^From: .*$", "From: asa@kraft.example"));
    }

    addFeed("case-mails");

    await()
        .untilAsserted(
            () -> assertThat(new Ledger(db).received("case-mails")).hasSize(cases.size()));
    assertThat(mailbox.subjects("refused")).isEmpty();
    assertThat(new Ledger(db).rows("case-mails"))
        .extracting(row -> row.get("parts").toString())
        .anyMatch(parts -> parts.contains("lediga jobb v48.csv"));
    camel.getRouteController().stopRoute("feed-case-mails");
  }

  private void addFeed(String feed) {
    routes.add(Feeds.PARTNER, Feeds.mail(feed, mailbox.source("tries: 2")));
  }
}
