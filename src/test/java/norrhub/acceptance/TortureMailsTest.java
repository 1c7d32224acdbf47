package norrhub.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import norrhub.TestDatabase;
import norrhub.sandbox.MailStandIn;
import norrhub.sandbox.SftpStandIn;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mails that broke other programs, through a whole hub: as what they have attached, and as their
 * text. Each ends as applied or refused, and says why; none is a failure of the hub, none holds up
 * the next.
 */
class TortureMailsTest {
  private static final Path CORPUS = Path.of("../shared/corpora/mime4j-testmsgs");

  /** Of our own: what once took eight tries and four minutes. */
  private static final String UNKNOWN_ENCODING =
      "Subject: Kock\r\nContent-Transfer-Encoding: x-gzip64\r\n\r\nTitel: Kock\r\n";

  @TempDir Path folder;

  @Test
  void eachMailEndsAsAppliedOrRefusedWithItsReason() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(CORPUS), CORPUS + " is not here: no mails to try");
    List<byte[]> mails = mails();
    Path home = HubProcess.home(folder);
    String url = TestDatabase.url();
    Map<String, Integer> taken = new TreeMap<>();
    try (var server = new MailStandIn(0, 0);
        var files = new SftpStandIn(folder.resolve("drop"), folder.resolve("keys"), "p", 0)) {
      String dropped =
          Tables.partner(files, "files", "/")
              .replace("csv-vacancies", "mail-text")
              .replace("*.csv", "*.eml")
              .replace("speaksFor: feed", "speaksFor: changes");
      Files.writeString(home.resolve("config/partners/files.yaml"), dropped);
      for (String feed : List.of("tables", "texts")) {
        server.open(feed, feed + "@norrhub.example");
        for (int i = 0; i < mails.size(); i++) {
          if (server.put(feed, new ByteArrayInputStream(mails.get(i)))) {
            taken.merge(feed, 1, Integer::sum);
          } else {
            // Two that the mail server in here breaks over come as files.
            Files.write(folder.resolve("drop/" + feed + i + ".eml"), mails.get(i));
          }
        }
        Files.writeString(home.resolve("config/partners/" + feed + ".yaml"), partner(feed, server));
      }
      try (HubProcess hub =
          new HubProcess(
              home, url, List.of(Tables.password(), "--MAIL_PASSWORD=" + MailStandIn.PASSWORD))) {
        hub.awaitUp();
        await()
            .atMost(Duration.ofSeconds(120))
            .pollInterval(Duration.ofSeconds(1))
            .until(
                () ->
                    server.count("tables", "INBOX") == 0
                        && server.count("texts", "INBOX") == 0
                        && states(url, "feed = 'files'").size()
                            == 2 * (mails.size() - taken.get("texts"))
                        && states(url, "state in ('RECEIVED')").isEmpty());

        System.out.printf(
            "%d mails of %s, each twice, and one of our own; %d of them came as files%n",
            mails.size() - 1, CORPUS, mails.size() - taken.get("texts"));
        for (String feed : List.of("tables", "texts")) {
          assertThat(server.count(feed, "done") + server.count(feed, "refused"))
              .isEqualTo(taken.get(feed));
        }
        assertThat(states(url, "state not in ('APPLIED', 'UNCHANGED', 'REFUSED')")).isEmpty();
        assertThat(states(url, "attempts > 0")).isEmpty();
        assertThat(states(url, "coalesce(outcome, '') = ''")).isEmpty();
        assertThat(reasons(url)).anyMatch(reason -> reason.contains("`x-gzip64`"));
      }
    }
  }

  private static List<byte[]> mails() throws Exception {
    List<byte[]> mails = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CORPUS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".msg")).sorted().toList()) {
        mails.add(fromUs(Files.readAllBytes(file)));
      }
    }
    mails.add(fromUs(UNKNOWN_ENCODING.getBytes(ISO_8859_1)));
    return mails;
  }

  /** Byte by byte as it is, but for its sender: the hub reads mails of those only whom it knows. */
  private static byte[] fromUs(byte[] mail) {
    String text = new String(mail, ISO_8859_1);
    int end = text.indexOf("\n\r\n") < 0 ? text.indexOf("\n\n") : text.indexOf("\n\r\n");
    String head = text.substring(0, Math.max(end + 1, 0));
    String others = head.replaceAll("(?im)^from:.*(\\R[ \\t].*)*\\R", "");
    return ("From: hr@bolaget.example\r\n" + others + text.substring(head.length()))
        .getBytes(ISO_8859_1);
  }

  private static String partner(String feed, MailStandIn server) {
    return """
        name: Bolaget
        boards: all
        feeds:
          - id: %1$s
            format: %2$s
            speaksFor: changes
            every: 1m
            mail:
              host: 127.0.0.1
              port: %3$d
              tls: false
              user: %1$s
              password: ${MAIL_PASSWORD}
              senders: ["@bolaget.example"]
              tries: 1
        """
        .formatted(feed, feed.equals("texts") ? "mail-text" : "csv-vacancies", server.imapPort());
  }

  private static List<String> states(String url, String condition) throws SQLException {
    return query(url, "select id || ' ' || name || ' ' || state from delivery where " + condition);
  }

  private static List<String> reasons(String url) throws SQLException {
    return query(url, "select value from delivery_notice where code = 'part-malformed'");
  }

  private static List<String> query(String url, String sql) throws SQLException {
    try (Connection db = DriverManager.getConnection(url, "postgres", "");
        ResultSet rows = db.createStatement().executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
