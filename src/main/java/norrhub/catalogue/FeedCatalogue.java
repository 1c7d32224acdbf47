package norrhub.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import norrhub.vacancy.State;
import norrhub.vacancy.VacancyId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The catalogue as one feed sees and writes it, through the session that holds the feed's lock.
 *
 * <p>Every method that writes is one transaction, or one per {@value #AT_ONCE} vacancies; run again
 * after a crash, each finds done what was done.
 */
public final class FeedCatalogue {
  /** Vacancies in one transaction. */
  public static final int AT_ONCE = 500;

  private final JdbcTemplate db;
  private final Transactions transactions;
  private final Clock clock;
  private final Origin origin;

  public FeedCatalogue(DataSource session, Clock clock, Origin origin) {
    this.db = new JdbcTemplate(session);
    this.db.setFetchSize(10_000);
    this.transactions = new Transactions(session, db, clock, origin.delivery());
    this.clock = clock;
    this.origin = origin;
  }

  /** What the catalogue remembers of the given vacancies; unknown ones are left out. */
  public Map<VacancyId, Known> known(Collection<VacancyId> ids) {
    return select("select * from vacancy where id = any (?)", ids);
  }

  /**
   * Names the vacancies of this origin that are offered, not missing, and without notices, each
   * with its input hash: when their records come again there is nothing to do and nothing to say.
   * One read of all costs a fifth of looking each of them up.
   */
  public void eachQuiet(ObjLongConsumer<VacancyId> quiet) {
    transactions.run(
        changes ->
            db.query(
                """
                select id, input_hash from vacancy
                where feed = ? and scope = ? and state in ('OPEN', 'SCHEDULED')
                  and missing_since is null and notices is null""",
                row -> {
                  quiet.accept(new VacancyId(row.getObject(1, UUID.class)), row.getLong(2));
                },
                origin.feed(),
                origin.scope()));
  }

  /**
   * Writes vacancies that a delivery holds.
   *
   * @return how many of them were new or different
   */
  public int write(List<Present> present) {
    if (present.isEmpty()) {
      return 0;
    }
    return transactions.run(
        changes -> {
          List<VacancyId> ids = present.stream().map(p -> p.vacancy().id()).toList();
          Map<VacancyId, Known> known =
              select("select * from vacancy where id = any (?) order by id for update", ids);
          var batch = new PresentBatch(origin, clock.instant(), changes);
          present.forEach(p -> batch.add(p, Optional.ofNullable(known.get(p.vacancy().id()))));
          batch.write(db);
        });
  }

  /** How many vacancies of this origin are open or scheduled. */
  public int offered() {
    Integer count =
        db.queryForObject(
            """
            select count(*) from vacancy
            where feed = ? and scope = ? and state in ('OPEN', 'SCHEDULED')""",
            Integer.class,
            origin.feed(),
            origin.scope());
    return count == null ? 0 : count;
  }

  /** The open or scheduled vacancies of this origin that were not seen. */
  public List<VacancyId> offeredBut(Predicate<VacancyId> seen) {
    List<VacancyId> absent = new ArrayList<>();
    transactions.run(
        changes ->
            db.query(
                """
                select id from vacancy
                where feed = ? and scope = ? and state in ('OPEN', 'SCHEDULED')""",
                row -> {
                  VacancyId id = new VacancyId(row.getObject(1, UUID.class));
                  if (!seen.test(id)) {
                    absent.add(id);
                  }
                },
                origin.feed(),
                origin.scope()));
    return absent;
  }

  /** Remembers since when vacancies are absent; those that were absent before keep their date. */
  public void missing(Collection<VacancyId> ids) {
    transactions.each(
        ids,
        (batch, changes) ->
            db.update(
                "update vacancy set missing_since = ? where id = any (?) and missing_since is null",
                now(),
                uuids(batch)));
  }

  /** Those of this origin that are absent, and have been for at least so long. */
  public List<VacancyId> missingFor(Duration atLeast) {
    return db.query(
        """
        select id from vacancy
        where feed = ? and scope = ? and missing_since <= ? and state in ('OPEN', 'SCHEDULED')""",
        (row, n) -> new VacancyId(row.getObject(1, UUID.class)),
        origin.feed(),
        origin.scope(),
        now().minus(atLeast));
  }

  /**
   * Withdraws vacancies.
   *
   * @return how many of them were still offered
   */
  public int withdraw(Collection<VacancyId> ids, String reason) {
    return transactions.each(
        List.copyOf(ids), (batch, changes) -> takeBack(batch, reason, changes));
  }

  private void takeBack(List<VacancyId> ids, String reason, NewChanges changes) {
    if (ids.isEmpty()) {
      return;
    }
    db.query(
        """
        update vacancy set state = 'WITHDRAWN', version = version + 1, moves_at = null, missing_since = null
        where id = any (?) and state in ('OPEN', 'SCHEDULED') returning id, version""",
        row -> {
          VacancyId id = new VacancyId(row.getObject("id", UUID.class));
          changes.add(id, row.getInt("version"), State.WITHDRAWN, reason);
        },
        uuids(ids));
  }

  private Map<VacancyId, Known> select(String sql, Collection<VacancyId> ids) {
    Map<VacancyId, Known> known = new HashMap<>();
    db.query(
        sql,
        row -> {
          Known one = Known.read(row);
          known.put(one.id(), one);
        },
        uuids(ids));
    return known;
  }

  private static SqlArrayValue uuids(Collection<VacancyId> ids) {
    return new SqlArrayValue("uuid", ids.stream().map(VacancyId::value).toArray());
  }

  private OffsetDateTime now() {
    Instant instant = clock.instant();
    return instant.atOffset(ZoneOffset.UTC);
  }
}
