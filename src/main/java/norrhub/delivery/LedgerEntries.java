package norrhub.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import norrhub.notice.Notice;
import norrhub.notice.Place;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes into the ledger what became of a delivery, through the session that holds the feed's lock:
 * with the lock, the right to write is gone too.
 */
final class LedgerEntries {
  private static final int NOTICES_AT_ONCE = 500;

  private final JdbcTemplate template;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Clock clock;

  LedgerEntries(DataSource session, Clock clock) {
    this.template = new JdbcTemplate(session);
    this.db = JdbcClient.create(template);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(session));
    this.clock = clock;
  }

  void finish(Delivery delivery, Outcome outcome) {
    transaction.executeWithoutResult(status -> write(delivery, outcome));
  }

  private void write(Delivery delivery, Outcome outcome) {
    db.sql("delete from delivery_notice where delivery = :number")
        .param("number", delivery.number())
        .update();
    insert(delivery, outcome.notices());
    Outcome.Counts counts = outcome.counts();
    db.sql(
            """
            update delivery set state = :state, fingerprint = :fingerprint, complete = :complete, trial = :trial,
              received = :received, accepted = :accepted, rejected = :rejected, kept_out = :keptOut, changed = :changed,
              withdrawn = :withdrawn, held_back = :heldBack,
              errors = :errors, warnings = :warnings, infos = :infos,
              outcome = :sentence, finished_at = :now
            where number = :number""")
        .param("number", delivery.number())
        .param("state", outcome.state().name())
        .param("fingerprint", outcome.fingerprint())
        .param("complete", outcome.complete())
        .param("trial", outcome.trial())
        .param("sentence", outcome.sentence())
        .param("now", now())
        .param("received", counts.received())
        .param("accepted", counts.accepted())
        .param("rejected", counts.rejected())
        .param("keptOut", counts.keptOut())
        .param("changed", counts.changed())
        .param("withdrawn", counts.withdrawn())
        .param("heldBack", counts.heldBack())
        .param("errors", counts.errors())
        .param("warnings", counts.warnings())
        .param("infos", counts.infos())
        .update();
  }

  /** Puts a delivery aside for a while after an error of the machine, and after many, for good. */
  void stumbled(Delivery delivery, String why, Duration pause, boolean forGood) {
    db.sql(
            """
            update delivery set attempts = attempts + 1, outcome = :why, try_after = :after,
              state = case when :forGood then 'FAILED' else state end,
              finished_at = case when :forGood then :now end
            where number = :number""")
        .param("number", delivery.number())
        .param("why", why)
        .param("after", now().plus(pause))
        .param("forGood", forGood)
        .param("now", now())
        .update();
  }

  private void insert(Delivery delivery, List<Notice> notices) {
    template.batchUpdate(
        """
        insert into delivery_notice
          (delivery, ordinal, severity, code, part, line, path, key, field, value)
        select ?, coalesce(max(ordinal), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?
        from delivery_notice where delivery = ?""",
        notices,
        NOTICES_AT_ONCE,
        (statement, notice) -> {
          Place place = notice.place();
          statement.setLong(1, delivery.number());
          statement.setString(2, notice.finding().kind().severity().name());
          statement.setString(3, notice.finding().kind().code());
          statement.setString(4, place.part());
          statement.setInt(5, place.line());
          statement.setString(6, place.path());
          statement.setString(7, notice.key());
          statement.setString(8, notice.finding().field());
          statement.setString(9, notice.finding().value());
          statement.setLong(10, delivery.number());
        });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
