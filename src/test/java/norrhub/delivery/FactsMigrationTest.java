package norrhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import norrhub.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger from before: its facts stood in notices, and no feed had a row. */
class FactsMigrationTest {

  @Test
  void theFactsOfOldDeliveriesAreKept() {
    String url = TestDatabase.emptyUrl();
    migrate(url, "42");
    JdbcClient db = JdbcClient.create(TestDatabase.of(url));
    delivery(db, "well", "APPLIED", 0, 0);
    delivery(db, "well", "UNCHANGED", 0, 0);
    delivery(db, "well", "UNCHANGED", 0, 0);
    delivery(db, "held", "APPLIED", 0, 0);
    delivery(db, "held", "APPLIED", 9, 1);
    notice(db, "WARNING", "withdrawal-too-many-absent", "9 of 10 missing");
    delivery(db, "held", "APPLIED", 9, 1);
    notice(db, "WARNING", "withdrawal-too-many-absent", "9 of 10 missing");
    delivery(db, "drowned", "APPLIED", 9, 6_001);
    delivery(db, "waits", "APPLIED", 1, 1);
    notice(db, "INFO", "withdrawal-waits", "1 of 4 missing");
    delivery(db, "cut", "APPLIED", 0, 1);
    notice(db, "ERROR", "part-cut-off", "in the middle");
    delivery(db, "mail", "REFUSED", 0, 0);
    delivery(db, "new", "RECEIVED", 0, 0);
    migrate(url, "51");

    assertThat(
            new FeedReports(db)
                .all().stream()
                    .map(
                        r ->
                            r.feed()
                                + ' '
                                + r.last().map(FeedReport.Last::delivery).orElse("-")
                                + ' '
                                + r.waiting()
                                + ' '
                                + r.trouble().orElse("well")))
        .containsExactly(
            "cut cut-9 0 A part could not be read to its end (part-cut-off)",
            "drowned drowned-7 0 Vacancies that are missing were kept (9)",
            "held held-6 0 Vacancies that are missing were kept (9 of 10 missing)",
            "mail mail-10 0 done",
            "new - 1 well",
            "waits waits-8 0 well",
            "well well-3 0 well");
    assertThat(new FeedReports(db).all().get(2).troubledSince().toString()).contains("12:05:00Z");
    assertThat(
            db.sql("select same_as from delivery where feed = 'well' and same_as is not null")
                .query(Long.class)
                .list())
        .isEqualTo(List.of(1L, 1L));
    assertThat(new Deliveries(db).lastWhole("cut")).isEmpty();
    assertThat(new Deliveries(db).lastRead()).hasSize(5);
  }

  private static void delivery(JdbcClient db, String feed, String state, int held, int notices) {
    db.sql(
            """
            insert into delivery (feed, partner, transport, name, identity, content, parts, received_at, state,
              complete, held_back, warnings, outcome, finished_at)
            select :feed, 'p', 'sftp', 'x', 'id ' || n, 'c', '[]', at, :state, true, :held, :notices, 'done',
              case when :state in ('APPLIED', 'UNCHANGED') then at end
            from (select count(*) + 1 as n, timestamptz '2026-11-20 12:00Z' + (count(*) + 1) * interval '1 minute' as at
              from delivery) as one""")
        .param("feed", feed)
        .param("state", state)
        .param("held", held)
        .param("notices", notices)
        .update();
  }

  private static void notice(JdbcClient db, String severity, String code, String value) {
    db.sql(
            """
            insert into delivery_notice (delivery, ordinal, severity, code, part, line, path, key, field, value)
            select max(number), 1, :severity, :code, '', 0, '', '', '', :value from delivery""")
        .param("severity", severity)
        .param("code", code)
        .param("value", value)
        .update();
  }

  private static void migrate(String url, String target) {
    Flyway.configure().dataSource(url, "postgres", "").target(target).load().migrate();
  }
}
