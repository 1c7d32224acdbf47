package norrhub.board;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import norrhub.platform.Pruned;
import norrhub.platform.Prunes;
import norrhub.platform.RetentionSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tombstones of vacancies that left a board long ago; their postings are overtaken by nothing then.
 * From then on a consumer whose cursor is older starts over, and a vacancy that comes back has a
 * version above all that were forgotten, for consumers apply only a higher one.
 */
@Component
class TombstonePruning implements Prunes {
  private static final int MOST = 500;

  private static final String DUE =
      """
      from current_posting where board = :board and not listed and at < :before and number <= :through""";

  private static final String REMOVE =
      """
      with gone as (
        delete from current_posting
        where board = :board and vacancy in (select vacancy %s order by number limit %d)
        returning vacancy, number, version),
      forgotten as (
        update board set pruned_through = greatest(pruned_through, (select max(number) from gone)),
          version_floor = greatest(version_floor, (select max(version) from gone))
        where id = :board and exists (select from gone))
      select vacancy from gone"""
          .formatted(DUE, MOST);

  private final JdbcClient db;
  private final PostingLog log;
  private final PostingsInUse inUse;
  private final RetentionSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  TombstonePruning(
      JdbcClient db,
      PostingLog log,
      PostingsInUse inUse,
      RetentionSettings settings,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.db = db;
    this.log = log;
    this.inUse = inUse;
    this.settings = settings;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public String what() {
    return "tombstones";
  }

  @Override
  public Pruned due() {
    long count = 0;
    for (Map.Entry<String, Long> board : inUse.readThrough().entrySet()) {
      count +=
          bind("select count(*) " + DUE, board.getKey(), board.getValue())
              .query(Long.class)
              .single();
    }
    return new Pruned(count, 0, false);
  }

  @Override
  public Pruned prune() {
    long gone = 0;
    boolean more = false;
    for (Map.Entry<String, Long> board : inUse.readThrough().entrySet()) {
      Integer some = transactions.execute(transaction -> prune(board.getKey(), board.getValue()));
      gone += some == null ? 0 : some;
      more |= some != null && some == MOST;
    }
    return new Pruned(gone, 0, more);
  }

  /** The board's row is held: nobody posts meanwhile. */
  private int prune(String board, long through) {
    if (log.lock(board).isEmpty()) {
      return 0;
    }
    return bind(REMOVE, board, through).query(UUID.class).list().size();
  }

  private JdbcClient.StatementSpec bind(String sql, String board, long through) {
    return db.sql(sql).param("board", board).param("through", through).param("before", before());
  }

  private OffsetDateTime before() {
    Instant before = RetentionSettings.before(settings.postings(), clock.instant());
    return before.atOffset(ZoneOffset.UTC);
  }
}
