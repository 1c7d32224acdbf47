package norrhub.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An address is polled day and night. A poll that says what the delivery before it said, in
 * whatever bytes, is counted there and leaves no row: its bytes take the place of those before, for
 * what is applied again is always the newest. A file or mail that somebody sent keeps its row.
 */
final class Confirmations {
  private final JdbcClient db;

  Confirmations(JdbcClient db) {
    this.db = db;
  }

  /**
   * Counts the delivery at the one before it, if that one says the same; the caller holds the
   * feed's row. What was begun before may have changed something then.
   *
   * @return whether it was counted there, and has no row any more
   */
  boolean confirm(Delivery delivery, Outcome outcome, Instant now) {
    Optional<Long> before =
        delivery.transport().isSent() || delivery.begunBefore() || brings(outcome.counts())
            ? Optional.empty()
            : same(delivery, outcome);
    before.ifPresent(number -> take(delivery, number, now.atOffset(ZoneOffset.UTC)));
    return before.isPresent();
  }

  private static boolean brings(Outcome.Counts counts) {
    return counts.changed() > 0 || counts.withdrawn() > 0;
  }

  /**
   * The feed's newest finished delivery, if it says the same and changed nothing itself: what did
   * keeps its row, and the first poll that confirms it has the next one. On trial nothing ever
   * changes; the hash of what was said holds the records then.
   */
  private Optional<Long> same(Delivery delivery, Outcome outcome) {
    return OutcomeColumns.bind(
            db.sql(
                """
            select p.number from feed_latest l join delivery p on p.number = l.delivery
              join delivery r on r.number = coalesce(p.same_as, p.number)
            where l.feed = :feed and p.number < :number and p.state in ('APPLIED', 'UNCHANGED')
              and p.changed = 0 and p.withdrawn = 0
              and (p.partner, p.transport, p.name, p.fingerprint, p.complete, p.trial, p.held_back)
                = (:partner, :transport, :name, :fingerprint, :complete, :trial, :heldBack)
              and (p.incomplete_because, p.unread_because, p.held_because)
                is not distinct from (:incomplete::text, :unread::text, :held::text)
              and (r.number = :sameAs::bigint or :sameAs::bigint is null
                and (r.received, r.accepted, r.rejected, r.kept_out, r.errors, r.warnings, r.infos, r.said)
                  = (:received, :accepted, :rejected, :keptOut, :errors, :warnings, :infos, :said))"""),
            outcome)
        .param("feed", delivery.feed())
        .param("number", delivery.number())
        .param("partner", delivery.partner())
        .param("transport", delivery.transport().word())
        .param("name", delivery.name())
        .param("incomplete", delivery.incompleteBecause().orElse(null))
        .query(Long.class)
        .optional();
  }

  /** What the delivery before it had in the archive is let go, where this one has other bytes. */
  private void take(Delivery delivery, long before, OffsetDateTime now) {
    db.sql(
            """
            insert into released_part (sha256, released_at)
            select part ->> 'sha256', :now from delivery, jsonb_array_elements(parts) as part where number = :before
            except
            select part ->> 'sha256', :now from delivery, jsonb_array_elements(parts) as part where number = :number
            on conflict (sha256) do update set released_at = excluded.released_at""")
        .param("now", now)
        .param("before", before)
        .param("number", delivery.number())
        .update();
    db.sql(
            """
            with gone as (delete from delivery where number = :number returning *)
            update delivery p set confirmations = p.confirmations + 1, finished_at = :now,
              first_received_at = coalesce(p.first_received_at, p.received_at),
              received_at = gone.received_at, content = gone.content, parts = gone.parts
            from gone where p.number = :before""")
        .param("number", delivery.number())
        .param("before", before)
        .param("now", now)
        .update();
  }
}
