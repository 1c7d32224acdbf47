package norrhub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import norrhub.TestDatabase;
import norrhub.catalogue.PartnerVacancies;
import norrhub.delivery.DeliveryRecords;
import norrhub.delivery.StoredNotice;
import norrhub.platform.Retention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database of the first release, as {@code pg_dump --inserts} wrote it, under today's hub. A
 * release that adds migrations adds its dump.
 */
class UpgradeTest {
  @TempDir Path home;
  private IngestFixture hub;

  @BeforeEach
  void upgrade() throws Exception {
    String url = TestDatabase.emptyUrl();
    load("/norrhub/upgrade/baseline.sql", url);
    hub = IngestFixture.on(url, home, "");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theLedgerAndItsNoticesAreAsTheyWere() {
    assertThat(
            hub.db()
                .sql("select id || ' ' || state from delivery order by number")
                .query(String.class)
                .list())
        .containsExactly(
            "kraft-jobs-1 APPLIED",
            "kraft-jobs-2 APPLIED",
            "kraft-jobs-3 UNCHANGED",
            "kraft-jobs-4 APPLIED",
            "kraft-jobs-5 UNCHANGED",
            "kraft-jobs-6 APPLIED");
    var newest = hub.bean(DeliveryRecords.class).find("kraft-jobs").orElseThrow();
    assertThat(newest.found()).isEqualTo(3);
    assertThat(hub.bean(StandingNotices.class).with(newest))
        .extracting(StoredNotice::code)
        .contains("record-without-key", "withdrawal-not-proven", "description-missing");
  }

  @Test
  void theCatalogueAndTheBoardsAreAsTheyWere() {
    assertThat(hub.open()).hasSize(11).contains("K5 Elektriker 5").doesNotContain("K7 Montör 7");
    assertThat(hub.changes()).contains("K5 v2 OPEN changed", "K7 v2 WITHDRAWN absent");
    assertThat(hub.bean(PartnerVacancies.class).newest("kraftbolaget", 100)).hasSize(12);
    assertThat(
            hub.db()
                .sql("select count(*) from current_posting where listed and vacancy_version > 0")
                .query(Integer.class)
                .single())
        .isEqualTo(11);
    assertThat(
            hub.db()
                .sql("select pruned_through + version_floor from board")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void retentionRunsOnIt() {
    hub.later(Duration.ofDays(500));
    hub.bean(Retention.class).prune();

    assertThat(hub.db().sql("select id from delivery order by number").query(String.class).list())
        .contains("kraft-jobs-6");
    assertThat(hub.open()).hasSize(11);
  }

  private static void load(String dump, String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(text(dump));
    }
  }

  private static String text(String resource) {
    try (var in = UpgradeTest.class.getResourceAsStream(resource)) {
      return new String(List.of(in).get(0).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
