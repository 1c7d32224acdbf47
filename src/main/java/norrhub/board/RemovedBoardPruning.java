package norrhub.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import norrhub.platform.Pruned;
import norrhub.platform.Prunes;
import norrhub.platform.RetentionSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Posting logs of boards whose file has been gone for long. Their rows stay, with how far they had
 * come: a board that comes back starts over, and every cursor of before is too old.
 */
@Component
class RemovedBoardPruning implements Prunes {
  private static final Duration DAY = Duration.ofDays(1);

  private static final String DUE =
      """
      from board b join posting p on p.board = b.id
      where b.id <> all (:ids) and coalesce(b.configured_at, b.posted_at) < :before""";

  private final JdbcClient db;
  private final PostingLog log;
  private final BoardFiles boards;
  private final RetentionSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  RemovedBoardPruning(
      JdbcClient db,
      PostingLog log,
      BoardFiles boards,
      RetentionSettings settings,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.db = db;
    this.log = log;
    this.boards = boards;
    this.settings = settings;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public String what() {
    return "removed-boards";
  }

  @Override
  public Pruned due() {
    return new Pruned(bind("select count(*) " + DUE).query(Long.class).single(), 0, false);
  }

  /** All of a board at once: what is left of half a log is right for nobody. */
  @Override
  public Pruned prune() {
    remember();
    List<String> gone = bind("select distinct b.id " + DUE).query(String.class).list();
    long rows = 0;
    for (String board : gone) {
      Integer some = transactions.execute(transaction -> remove(board));
      rows += some == null ? 0 : some;
    }
    return new Pruned(rows, 0, false);
  }

  /** To a day, so that nothing is written at most runs. */
  private void remember() {
    db.sql(
            """
            update board set configured_at = :now
            where id = any (:ids) and (configured_at is null or configured_at < :yesterday)""")
        .param("ids", ids())
        .param("now", utc(clock.instant()))
        .param("yesterday", utc(clock.instant().minus(DAY)))
        .update();
  }

  private int remove(String board) {
    if (log.lock(board).isEmpty()) {
      return 0;
    }
    db.sql(
            """
            update board set selection = null, pruned_through = posted, version_floor = greatest(version_floor,
              coalesce((select max(version) from current_posting where board = :board), 0))
            where id = :board""")
        .param("board", board)
        .update();
    db.sql(
            "update relay set sent = (select posted from board where id = :board) where board = :board")
        .param("board", board)
        .update();
    db.sql("delete from current_posting where board = :board").param("board", board).update();
    return db.sql("delete from posting where board = :board").param("board", board).update();
  }

  private JdbcClient.StatementSpec bind(String sql) {
    Instant before = RetentionSettings.before(settings.postings(), clock.instant());
    return db.sql(sql).param("ids", ids()).param("before", utc(before));
  }

  private SqlArrayValue ids() {
    return new SqlArrayValue("text", boards.ids().toArray());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
