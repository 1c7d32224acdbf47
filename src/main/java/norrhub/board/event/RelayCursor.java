package norrhub.board.event;

import java.util.OptionalLong;
import norrhub.board.Board;
import norrhub.board.PostingReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each board's postings were sent. */
@Component
public class RelayCursor implements PostingReader {
  private final JdbcClient sql;

  RelayCursor(JdbcTemplate jdbc) {
    this.sql = JdbcClient.create(jdbc);
  }

  /**
   * Holds the cursor until the transaction ends; empty when another hub sends, or while the board
   * has no posting yet.
   */
  OptionalLong lock(String board) {
    sql.sql("insert into relay (board) select id from board where id = ? on conflict do nothing")
        .param(board)
        .update();
    return sql
        .sql("select sent from relay where board = ? for update skip locked")
        .param(board)
        .query(Long.class)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  @Override
  public OptionalLong readThrough(Board board) {
    if (!board.format().sendsEvents()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        sql.sql("select coalesce(max(sent), 0) from relay where board = ?")
            .param(board.id())
            .query(Long.class)
            .single());
  }

  /** Sends again what comes after a posting, where it was sent already. */
  void rewind(String board, long posting) {
    sql.sql("update relay set sent = least(sent, ?) where board = ?")
        .params(posting, board)
        .update();
  }

  void sent(String board, long posting) {
    sql.sql("update relay set sent = ? where board = ?").params(posting, board).update();
  }
}
