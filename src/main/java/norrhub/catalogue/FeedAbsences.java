package norrhub.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import norrhub.vacancy.VacancyId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a feed, or one of its file names, offers and what of that its deliveries lack, through the
 * session that holds the feed's lock. What stands under another feed counts as well.
 */
public final class FeedAbsences {
  private static final String OFFERED =
      """
      select id, missing_since from vacancy
      where feed = ? and scope = ? and state in ('OPEN', 'SCHEDULED')
      union all
      select o.vacancy, o.missing_since from vacancy_offer o join vacancy v on v.id = o.vacancy
      where o.feed = ? and o.scope = ? and v.state in ('OPEN', 'SCHEDULED')""";

  private static final String MARK =
      """
      set missing_since = ?::timestamptz
      where %s = any (?) and feed = ? and scope = ? and (missing_since is null or missing_since = 'infinity')""";

  private final JdbcTemplate db;
  private final Transactions transactions;
  private final Origin origin;

  public FeedAbsences(DataSource session, Clock clock, Origin origin) {
    this.db = new JdbcTemplate(session);
    this.db.setFetchSize(10_000);
    this.transactions = new Transactions(session, db, clock, origin.delivery());
    this.origin = origin;
  }

  /** How many vacancies are offered: open, or scheduled. */
  public int offered() {
    Integer count =
        db.queryForObject(
            "select count(*) from (" + OFFERED + ") as offered", Integer.class, ofOrigin());
    return count == null ? 0 : count;
  }

  /** The offered vacancies that were not seen. */
  public List<VacancyId> offeredBut(Predicate<VacancyId> seen) {
    List<VacancyId> absent = new ArrayList<>();
    transactions.run(
        changes ->
            db.query(
                OFFERED,
                row -> {
                  VacancyId id = new VacancyId(row.getObject(1, UUID.class));
                  if (!seen.test(id)) {
                    absent.add(id);
                  }
                },
                ofOrigin()));
    return absent;
  }

  /**
   * Remembers that vacancies are missing, and since when; those that were before keep their date.
   *
   * @param since absent where the delivery lacks them and yet proves nothing
   */
  public void mark(Collection<VacancyId> ids, Optional<Instant> since) {
    String at = since.map(s -> s.atOffset(ZoneOffset.UTC).toString()).orElse("infinity");
    transactions.each(
        ids,
        (batch, changes) -> {
          mark("vacancy", "id", batch, at);
          mark("vacancy_offer", "vacancy", batch, at);
        });
  }

  private void mark(String table, String key, List<VacancyId> ids, String since) {
    db.update(
        "update " + table + " " + MARK.formatted(key),
        since,
        FeedCatalogue.uuids(ids),
        origin.feed(),
        origin.scope());
  }

  /** The offered vacancies that are missing. */
  public List<VacancyId> missing() {
    return marked("missing_since is not null");
  }

  /** Those that a delivery missed at that time or before. */
  public List<VacancyId> missingSince(Instant latest) {
    return marked("missing_since <= ?", latest.atOffset(ZoneOffset.UTC));
  }

  private List<VacancyId> marked(String condition, Object... more) {
    Object[] values = new Object[4 + more.length];
    System.arraycopy(ofOrigin(), 0, values, 0, 4);
    System.arraycopy(more, 0, values, 4, more.length);
    return db.query(
        "select id from (" + OFFERED + ") as offered where " + condition,
        (row, n) -> new VacancyId(row.getObject(1, UUID.class)),
        values);
  }

  private Object[] ofOrigin() {
    return new Object[] {origin.feed(), origin.scope(), origin.feed(), origin.scope()};
  }
}
