package norrhub.catalogue.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import norrhub.platform.Pruned;
import norrhub.platform.Prunes;
import norrhub.vacancy.VacancyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Contents of versions that neither the change log nor a posting shows. They have no time of their
 * own: they go when the last entry that shows them does. A version shows the newest content up to
 * it.
 */
@Component
class VersionPruning implements Prunes {
  private static final int MOST = 500;
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient db;
  private final Readers readers;
  private UUID last = FIRST;

  VersionPruning(JdbcClient db, Readers readers) {
    this.db = db;
    this.readers = readers;
  }

  @Override
  public String what() {
    return "versions";
  }

  @Override
  public Pruned due() {
    long count = 0;
    List<Overtaken> some = overtaken(FIRST);
    while (!some.isEmpty()) {
      count += unseen(some).size();
      some = overtaken(some.get(some.size() - 1).id());
    }
    return new Pruned(count, 0, false);
  }

  @Override
  public synchronized Pruned prune() {
    List<Overtaken> some = overtaken(last);
    last = some.isEmpty() ? FIRST : some.get(some.size() - 1).id();
    List<Overtaken> gone = unseen(some);
    if (!gone.isEmpty()) {
      db.sql(
              """
              delete from vacancy_version v using unnest(:ids, :versions) as gone (id, version)
              where v.id = gone.id and v.version = gone.version""")
          .param("ids", new SqlArrayValue("uuid", gone.stream().map(Overtaken::id).toArray()))
          .param(
              "versions",
              new SqlArrayValue("int4", gone.stream().map(Overtaken::version).toArray()))
          .update();
    }
    return new Pruned(gone.size(), 0, !some.isEmpty());
  }

  /** All of some vacancies, those behind the given one. */
  private List<Overtaken> overtaken(UUID after) {
    return db.sql(
            """
            with looked_at as (
              select id from vacancy_version where id > :after group by id having count(*) > 1
              order by id limit :most)
            select v.id, v.version, next.version as next
            from looked_at l join vacancy_version v on v.id = l.id cross join lateral (
              select min(n.version) as version from vacancy_version n where n.id = v.id and n.version > v.version) next
            where next.version is not null and not exists (
              select from change c where c.id = v.id and c.version >= v.version and c.version < next.version)
            union all
            select max(id::text)::uuid, 0, null from looked_at having count(*) > 0
            order by 1, 2""")
        .param("after", after)
        .param("most", MOST)
        .query(
            (row, n) ->
                new Overtaken(
                    row.getObject("id", UUID.class),
                    row.getInt("version"),
                    row.getObject("next", Integer.class)))
        .list();
  }

  private List<Overtaken> unseen(List<Overtaken> some) {
    List<Overtaken> candidates = some.stream().filter(one -> one.next() != null).toList();
    Map<VacancyId, NavigableSet<Integer>> shown =
        readers.shown(candidates.stream().map(one -> new VacancyId(one.id())).distinct().toList());
    List<Overtaken> unseen = new ArrayList<>();
    for (Overtaken one : candidates) {
      NavigableSet<Integer> versions = shown.getOrDefault(new VacancyId(one.id()), new TreeSet<>());
      Integer first = versions.ceiling(one.version());
      if (first == null || one.next() == null || first >= one.next()) {
        unseen.add(one);
      }
    }
    return unseen;
  }

  /**
   * A content that the change log does not show any more.
   *
   * @param next version that has a content of its own; null in the row that only says how far the
   *     search came
   */
  private record Overtaken(UUID id, int version, @Nullable Integer next) {}
}
