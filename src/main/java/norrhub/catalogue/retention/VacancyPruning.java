package norrhub.catalogue.retention;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.UUID;
import norrhub.platform.Pruned;
import norrhub.platform.Prunes;
import norrhub.platform.RetentionSettings;
import norrhub.vacancy.VacancyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Vacancies that ended long ago and that nobody shows or remembers, with all that is known of them.
 * Their highest version is kept as one number for all: one that comes back is new, and begins above
 * it.
 */
@Component
class VacancyPruning implements Prunes {
  private static final int MOST = 500;
  private static final List<String> TABLES =
      List.of(
          "delete from alias where id = any (:ids)",
          "delete from vacancy_offer where vacancy = any (:ids)",
          "delete from change where id = any (:ids)",
          "delete from vacancy_version where id = any (:ids)");

  private final JdbcClient db;
  private final Readers readers;
  private final RetentionSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  VacancyPruning(
      JdbcClient db,
      Readers readers,
      RetentionSettings settings,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.db = db;
    this.readers = readers;
    this.settings = settings;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public String what() {
    return "vacancies";
  }

  @Override
  public Pruned due() {
    return new Pruned(forgotten(Integer.MAX_VALUE, "").size(), 0, false);
  }

  @Override
  public Pruned prune() {
    Integer gone = transactions.execute(transaction -> remove());
    return Pruned.rows(gone == null ? 0 : gone, MOST);
  }

  private int remove() {
    List<UUID> ids = forgotten(MOST, "for update of v skip locked");
    if (ids.isEmpty()) {
      return 0;
    }
    SqlArrayValue all = new SqlArrayValue("uuid", ids.toArray());
    db.sql(
            """
            update removed_version set version = greatest(version,
              (select max(version) from vacancy where id = any (:ids)))""")
        .param("ids", all)
        .update();
    TABLES.forEach(delete -> db.sql(delete).param("ids", all).update());
    return db.sql("delete from vacancy where id = any (:ids)").param("ids", all).update();
  }

  private List<UUID> forgotten(int most, String lock) {
    List<UUID> ended =
        db.sql(
                """
                select v.id from change c join vacancy v on v.id = c.id and v.version = c.version
                where c.state in ('WITHDRAWN', 'EXPIRED') and c.at < :before and c.number <= :cursor
                order by c.at limit :most
                """
                    + lock)
            .param("before", before())
            .param("cursor", readers.changeCursor())
            .param("most", most)
            .query(UUID.class)
            .list();
    Map<VacancyId, NavigableSet<Integer>> shown =
        readers.shown(ended.stream().map(VacancyId::new).toList());
    return ended.stream().filter(id -> !shown.containsKey(new VacancyId(id))).toList();
  }

  private OffsetDateTime before() {
    return RetentionSettings.before(settings.vacancies(), clock.instant()).atOffset(ZoneOffset.UTC);
  }
}
