package norrhub.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import norrhub.notice.Notice;
import norrhub.notice.Printable;
import norrhub.notice.SourceLocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes into the ledger what became of a delivery, through the session that holds the feed's lock:
 * with the lock, the right to write is gone too.
 */
final class LedgerEntries {
  private static final Logger log = LoggerFactory.getLogger(LedgerEntries.class);
  private static final int NOTICES_AT_ONCE = 500;

  private final JdbcTemplate template;
  private final JdbcClient db;
  private final FeedLatest latest;
  private final Confirmations confirmations;
  private final TransactionTemplate transaction;
  private final Clock clock;

  LedgerEntries(DataSource session, Clock clock) {
    this.template = new JdbcTemplate(session);
    this.db = JdbcClient.create(template);
    this.latest = new FeedLatest(db);
    this.confirmations = new Confirmations(db);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(session));
    this.clock = clock;
  }

  /**
   * @return whether it says what the delivery before it said: then that one counts it, and it has
   *     no row
   */
  boolean finish(Delivery delivery, Outcome outcome) {
    boolean troubled = outcome.troubles().any() || delivery.incompleteBecause().isPresent();
    Finished finished =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  latest.hold(delivery.feed());
                  if (confirmations.confirm(delivery, outcome, clock.instant())) {
                    return new Finished(Optional.empty(), true);
                  }
                  write(delivery, outcome);
                  Optional<Instant> over =
                      latest.finished(
                          delivery.feed(),
                          delivery.number(),
                          outcome.state() == DeliveryState.APPLIED,
                          troubled,
                          clock.instant());
                  return new Finished(over, false);
                }));
    finished.troubledUntilNow.ifPresent(
        since ->
            log.info(
                "{}: {} is well again; it was not since {}",
                delivery.id(),
                delivery.feed(),
                since.truncatedTo(ChronoUnit.SECONDS)));
    return finished.repeats;
  }

  private record Finished(Optional<Instant> troubledUntilNow, boolean repeats) {}

  private void write(Delivery delivery, Outcome outcome) {
    db.sql("delete from delivery_notice where delivery = :number")
        .param("number", delivery.number())
        .update();
    insert(delivery, outcome.notices());
    OutcomeColumns.bind(
            db.sql(
                """
            update delivery set state = :state, fingerprint = :fingerprint, complete = :complete, trial = :trial,
              received = :received, accepted = :accepted, rejected = :rejected, kept_out = :keptOut, changed = :changed,
              withdrawn = :withdrawn, held_back = :heldBack,
              unread_because = :unread, held_because = :held, same_as = :sameAs,
              errors = :errors, warnings = :warnings, infos = :infos, said = :said,
              outcome = :sentence, finished_at = :now
            where number = :number"""),
            outcome)
        .param("number", delivery.number())
        .param("state", outcome.state().name())
        .param("sentence", outcome.sentence())
        .param("now", now())
        .update();
  }

  /** Suspends a delivery after an error of the machine, and after many, for good. */
  void stumbled(Delivery delivery, String why, Duration pause, boolean forGood) {
    transaction.executeWithoutResult(
        status -> {
          suspend(delivery, why, pause, forGood);
          if (forGood) {
            latest.finished(delivery.feed(), delivery.number(), false, true, clock.instant());
          }
        });
  }

  private void suspend(Delivery delivery, String why, Duration pause, boolean forGood) {
    db.sql(
            """
            update delivery set attempts = attempts + 1, outcome = :why, try_after = :after,
              state = case when :forGood then 'FAILED' else state end, lost = :forGood,
              finished_at = case when :forGood then :now end
            where number = :number""")
        .param("number", delivery.number())
        .param("why", Printable.line(why))
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
          SourceLocation place = notice.place();
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
