package norrhub.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.ObjLongConsumer;
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
  private final SharedVacancies shared;
  private final Set<String> heirs = new TreeSet<>();

  public FeedCatalogue(DataSource session, Clock clock, Origin origin) {
    this.db = new JdbcTemplate(session);
    this.db.setFetchSize(10_000);
    this.transactions = new Transactions(session, db, clock, origin.delivery());
    this.clock = clock;
    this.origin = origin;
    this.shared = new SharedVacancies(db, origin);
  }

  /** What the catalogue remembers of the given vacancies; unknown ones are left out. */
  public Map<VacancyId, StoredVacancy> known(Collection<VacancyId> ids) {
    return select("", ids);
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
                  and missing_since is null and notices is null
                union all
                select vacancy, input_hash from vacancy_offer
                where feed = ? and scope = ? and missing_since is null and notices is null""",
                row -> {
                  quiet.accept(new VacancyId(row.getObject(1, UUID.class)), row.getLong(2));
                },
                origin.feed(),
                origin.scope(),
                origin.feed(),
                origin.scope()));
  }

  /**
   * Writes vacancies that a delivery holds.
   *
   * @return how many of them were new or different
   */
  public int write(List<VacancyUpsert> present) {
    if (present.isEmpty()) {
      return 0;
    }
    return transactions.run(
        changes -> {
          List<VacancyId> ids = present.stream().map(p -> p.vacancy().id()).toList();
          Map<VacancyId, StoredVacancy> known = select("order by v.id for update of v", ids);
          var batch = new VacancyUpserts(origin, clock.instant(), changes, removedVersion());
          present.forEach(p -> batch.add(p, Optional.ofNullable(known.get(p.vacancy().id()))));
          batch.write(db);
        });
  }

  /** Read once a batch, and only where something is new: after the look for what is known. */
  private IntSupplier removedVersion() {
    AtomicInteger version = new AtomicInteger(-1);
    return () ->
        version.updateAndGet(
            known ->
                known >= 0
                    ? known
                    : requireNonNull(
                        db.queryForObject("select version from removed_version", Integer.class)));
  }

  /**
   * Withdraws vacancies at an explicit word, whoever else offers them. Those of other feeds stand
   * under this one from now on: they come back when one of them has something new to say.
   *
   * @return how many of them were still offered
   */
  public int withdraw(Collection<VacancyId> ids, String reason) {
    return transactions.each(
        List.copyOf(ids),
        (batch, changes) -> {
          List<VacancyId> offered = shared.lock(batch);
          if (!offered.isEmpty()) {
            shared.keepWordOfOthers(offered);
            takeBack(offered, reason, changes);
          }
        });
  }

  /**
   * This origin does not offer the vacancies any more. Those that another feed offers pass to it,
   * as they are; those that nobody offers are withdrawn.
   *
   * @return how many were withdrawn
   */
  public int drop(Collection<VacancyId> ids) {
    return transactions.each(
        List.copyOf(ids),
        (batch, changes) -> {
          shared.lock(batch);
          heirs.addAll(shared.pass(batch));
          withdrawOwn(batch, changes);
        });
  }

  /** The feeds to which vacancies passed: what they say of them is to be read again. */
  public Set<String> heirs() {
    return Set.copyOf(heirs);
  }

  private void takeBack(List<VacancyId> ids, String reason, NewChanges changes) {
    db.query(
        """
        update vacancy set state = 'WITHDRAWN', version = version + 1, moves_at = null, missing_since = null,
          feed = ?, scope = ?, partner = ?
        where id = any (?) and state in ('OPEN', 'SCHEDULED') returning id, version""",
        row -> {
          VacancyId id = new VacancyId(row.getObject("id", UUID.class));
          changes.add(id, row.getInt("version"), State.WITHDRAWN, reason);
        },
        origin.feed(),
        origin.scope(),
        origin.partner(),
        uuids(ids));
  }

  private void withdrawOwn(List<VacancyId> ids, NewChanges changes) {
    db.query(
        """
        update vacancy set state = 'WITHDRAWN', version = version + 1, moves_at = null, missing_since = null
        where id = any (?) and feed = ? and scope = ? and state in ('OPEN', 'SCHEDULED')
        returning id, version""",
        row -> {
          VacancyId id = new VacancyId(row.getObject("id", UUID.class));
          changes.add(id, row.getInt("version"), State.WITHDRAWN, "absent");
        },
        uuids(ids),
        origin.feed(),
        origin.scope());
  }

  private Map<VacancyId, StoredVacancy> select(String locking, Collection<VacancyId> ids) {
    Map<VacancyId, StoredVacancy> known = new HashMap<>();
    db.query(
        """
        select v.*, o.input_hash as offer_hash, o.missing_since as offer_missing, o.notices as offer_notices
        from vacancy v
        left join vacancy_offer o on o.vacancy = v.id and o.feed = ? and o.scope = ?
        where v.id = any (?)
        """
            + locking,
        row -> {
          StoredVacancy one = StoredVacancy.read(row);
          known.put(one.id(), one);
        },
        origin.feed(),
        origin.scope(),
        uuids(ids));
    return known;
  }

  static SqlArrayValue uuids(Collection<VacancyId> ids) {
    return new SqlArrayValue("uuid", ids.stream().map(VacancyId::value).toArray());
  }
}
