package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import norrhub.TestDatabase;
import norrhub.admin.cli.Commands;
import norrhub.route.SftpPartner;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A whole hub and four partners' servers, each with its own way of not doing what is asked. */
class OrderTest {
  private static final Instant WRITTEN = Instant.parse("2026-11-20T08:00:00Z");

  @TempDir Path folder;

  @Test
  void everyFeedEndsAsItsPartnerLastWroteItWhateverItsServerRefuses() throws Exception {
    String database = TestDatabase.emptyUrl();
    var db = new JdbcTemplate(new DriverManagerDataSource(database, "postgres", ""));
    Path home = HubProcess.home(folder);
    try (SftpPartner once = server("once");
        SftpPartner never = server("never");
        SftpPartner still = server("still");
        SftpPartner open = server("open")) {
      partner(home, "once", once, "feed", "/");
      partner(home, "never", never, "changes", "/");
      partner(home, "still", still, "feed", "/");
      partner(home, "open", open, "feed", "/export/jobs");

      AtomicBoolean refused = new AtomicBoolean();
      once.closes(name -> name.equals("1.csv") && !refused.getAndSet(true));
      put(once, "1.csv", 0, 0, 10);
      put(once, "2.csv", 0, 0, 11);
      put(once, "10.csv", 0, 0, 12);

      never.closes("1.csv"::equals);
      put(never, "1.csv", 0, 100, 110);
      put(never, "2.csv", 1, 110, 120);

      still.isReadOnly(true);
      for (int n = 1; n <= 21; n++) {
        put(still, n + ".csv", n, 200, 210 + n);
      }

      open.logsInto("/home/kraft");
      Files.createDirectories(open.folder().resolve("export/jobs"));
      put(open, "export/jobs/jobs.csv", 0, 300, 310);

      try (HubProcess hub =
          new HubProcess(home, database, List.of("--PARTNER_PASSWORD=" + SftpPartner.PASSWORD))) {
        hub.awaitUp();

        eventually(
            () -> assertThat(applied(db, "once")).containsExactly("1.csv", "2.csv", "10.csv"));
        assertThat(refused).isTrue();

        eventually(() -> assertThat(reason(hub, "never")).contains("1.csv cannot be read"));
        assertThat(applied(db, "never")).isEmpty();
        assertThat(run(hub, "skip", "never-jobs", "l.csv", "--why", "typed badly")).isEqualTo(1);
        assertThat(run(hub, "skip", "never-jobs", "1.csv", "--why", "it comes again as 3"))
            .isZero();
        eventually(() -> assertThat(applied(db, "never")).containsExactly("2.csv"));
        eventually(() -> assertThat(reason(hub, "never")).contains("norrhub confirm never-jobs"));
        assertThat(run(hub, "confirm", "never-jobs", "--why", "it came")).isZero();
        eventually(() -> assertThat(reason(hub, "never")).isEmpty());

        eventually(() -> assertThat(applied(db, "still")).hasSize(21));
        put(still, "22.csv", 22, 200, 240);
        eventually(() -> assertThat(applied(db, "still")).endsWith("22.csv").hasSize(22));
        eventually(
            () ->
                assertThat(reason(hub, "still"))
                    .contains("cannot be moved to /.done", "after: leave"));
        assertThat(still.opened("1.csv")).isEqualTo(1);

        eventually(() -> assertThat(applied(db, "open")).containsExactly("jobs.csv"));
        eventually(
            () ->
                assertThat(open.files())
                    .singleElement()
                    .asString()
                    .startsWith("export/jobs/.done/"));

        eventually(
            () ->
                assertThat(hub.feed("campaign.json"))
                    .contains(
                        "Bergarbetare 11\"",
                        "Bergarbetare 119\"",
                        "Bergarbetare 239\"",
                        "Bergarbetare 309\"")
                    .doesNotContain("Bergarbetare 105\""));
      }
    }
  }

  private SftpPartner server(String name) {
    return new SftpPartner(folder.resolve("server-" + name));
  }

  private static void partner(
      Path home, String id, SftpPartner server, String speaksFor, String directory)
      throws IOException {
    Files.writeString(
        home.resolve("config/partners/" + id + ".yaml"),
        """
        name: %s
        boards: all
        feeds:
          - id: %s-jobs
            format: csv-vacancies
            speaksFor: %s
            every: 1m
            sftp:
              host: localhost
              port: %d
              hostKey: %s
              user: norrhub
              password: ${PARTNER_PASSWORD}
              directory: %s
              files: "*.csv"
              after: move
        """
            .formatted(id, id, speaksFor, server.port(), server.hostKey(), directory));
  }

  private void put(SftpPartner server, String name, int second, int from, int to) {
    try {
      Path beside = Files.writeString(folder.resolve("upload"), Tables.table(from, to));
      Files.setLastModifiedTime(beside, FileTime.from(WRITTEN.plusSeconds(second)));
      Files.move(beside, server.folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> applied(JdbcTemplate db, String partner) {
    return db.queryForList(
        "select name from delivery where feed = ? and state = 'APPLIED' order by number",
        String.class,
        partner + "-jobs");
  }

  /** Why the feed is not well; empty text where it is. */
  private static String reason(HubProcess hub, String partner) {
    try {
      JsonNode feeds = new ObjectMapper().readTree(hub.health()).at("/components/feeds/details");
      return feeds.at("/failing/%s-jobs/reason".formatted(partner)).asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int run(HubProcess hub, String... command) {
    String[] words = Arrays.copyOf(command, command.length + 2);
    words[command.length] = "--port";
    words[command.length + 1] = Integer.toString(hub.managementPort());
    return Commands.run(words);
  }

  private static void eventually(ThrowingRunnable check) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(check);
  }
}
