package norrhub.board;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import norrhub.platform.Pruned;
import norrhub.platform.Prunes;
import norrhub.platform.RetentionSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Postings that a later one has overtaken and that every reader has read. */
@Component
class PostingPruning implements Prunes {
  private static final int MOST = 1_000;

  private static final String DUE =
      """
      from posting p where p.board = :board and p.number <= :through and p.at < :before
        and not exists (select from current_posting c where c.board = p.board and c.number = p.number)""";

  private final JdbcClient db;
  private final PostingsInUse inUse;
  private final RetentionSettings settings;
  private final Clock clock;

  PostingPruning(JdbcClient db, PostingsInUse inUse, RetentionSettings settings, Clock clock) {
    this.db = db;
    this.inUse = inUse;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "postings";
  }

  @Override
  public Pruned due() {
    long count = 0;
    for (Map.Entry<String, Long> board : inUse.readThrough().entrySet()) {
      count += bind("select count(*) " + DUE, board).query(Long.class).single();
    }
    return new Pruned(count, 0, false);
  }

  @Override
  public Pruned prune() {
    long gone = 0;
    boolean more = false;
    for (Map.Entry<String, Long> board : inUse.readThrough().entrySet()) {
      int some =
          bind(
                  "delete from posting where board = :board and number in (select p.number "
                      + DUE
                      + " order by p.number limit "
                      + MOST
                      + ")",
                  board)
              .update();
      gone += some;
      more |= some == MOST;
    }
    return new Pruned(gone, 0, more);
  }

  private JdbcClient.StatementSpec bind(String sql, Map.Entry<String, Long> board) {
    return db.sql(sql)
        .param("board", board.getKey())
        .param("through", board.getValue())
        .param("before", before());
  }

  private OffsetDateTime before() {
    Instant before = RetentionSettings.before(settings.postings(), clock.instant());
    return before.atOffset(ZoneOffset.UTC);
  }
}
