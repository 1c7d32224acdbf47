package norrhub.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import norrhub.vacancy.State;
import norrhub.vacancy.VacancyId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Vacancies that several feeds offer, as one of these feeds sees them. A vacancy stands under one
 * feed, whose content it has; of the others it is only known that they offer it too.
 */
final class SharedVacancies {
  private final JdbcTemplate db;
  private final Origin origin;

  SharedVacancies(JdbcTemplate db, Origin origin) {
    this.db = db;
    this.origin = origin;
  }

  /** No other feed changes these until the transaction ends; returns those that are offered. */
  List<VacancyId> lock(List<VacancyId> ids) {
    List<VacancyId> offered = new ArrayList<>();
    db.query(
        "select id, state from vacancy where id = any (?) order by id for update",
        row -> {
          if (State.valueOf(row.getString(2)).isOffered()) {
            offered.add(new VacancyId(row.getObject(1, UUID.class)));
          }
        },
        FeedCatalogue.uuids(ids));
    return offered;
  }

  /**
   * Hands over what this origin offers no more to feeds that do, rather to one that did not miss it
   * itself.
   *
   * @return the feeds under which something stands now
   */
  Set<String> pass(List<VacancyId> ids) {
    forget(ids);
    Set<String> heirs = new TreeSet<>();
    db.query(
        """
        with heir as (
          select distinct on (o.vacancy) o.* from vacancy_offer o join vacancy v on v.id = o.vacancy
          where o.vacancy = any (?) and o.feed = any (?) and v.feed = ? and v.scope = ?
            and v.state in ('OPEN', 'SCHEDULED')
          order by o.vacancy, o.missing_since nulls first, o.feed, o.scope),
        passed as (
          delete from vacancy_offer o using heir
          where o.vacancy = heir.vacancy and o.feed = heir.feed and o.scope = heir.scope)
        update vacancy v set feed = heir.feed, scope = heir.scope, partner = heir.partner,
          missing_since = heir.missing_since
        from heir where v.id = heir.vacancy returning v.feed""",
        row -> {
          heirs.add(row.getString(1));
        },
        FeedCatalogue.uuids(ids),
        texts(origin.speaking()),
        origin.feed(),
        origin.scope());
    return heirs;
  }

  /** Before vacancies of other feeds come to stand under this one: what those feeds said last. */
  void keepWordOfOthers(List<VacancyId> ids) {
    db.update(
        """
        insert into vacancy_offer (vacancy, feed, scope, partner, input_hash, missing_since, notices)
        select id, feed, scope, partner, input_hash, missing_since, notices from vacancy
        where id = any (?) and state <> 'WITHDRAWN' and feed = any (?) and (feed <> ? or scope <> ?)
        on conflict do nothing""",
        FeedCatalogue.uuids(ids),
        texts(origin.speaking()),
        origin.feed(),
        origin.scope());
    forget(ids);
  }

  private void forget(List<VacancyId> ids) {
    db.update(
        "delete from vacancy_offer where vacancy = any (?) and feed = ? and scope = ?",
        FeedCatalogue.uuids(ids),
        origin.feed(),
        origin.scope());
  }

  /** Remembers that this origin offers vacancies of others too. */
  void offer(UnnestColumns offers) {
    Object[] columns = offers.columns();
    db.update(
        """
        insert into vacancy_offer (feed, scope, partner, vacancy, input_hash, notices)
        select ?, ?, ?, new.* from unnest(?, ?, ?) as new
        on conflict (vacancy, feed, scope) do update set partner = excluded.partner,
          input_hash = excluded.input_hash, missing_since = null, notices = excluded.notices""",
        origin.feed(),
        origin.scope(),
        origin.partner(),
        columns[0],
        columns[1],
        columns[2]);
  }

  private static SqlArrayValue texts(Set<String> values) {
    return new SqlArrayValue("text", values.toArray());
  }
}
