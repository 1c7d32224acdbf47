package norrhub.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import norrhub.vacancy.VacancyId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The boards' tables. */
@Component
public class PostingLog {
  private static final String CURRENT = "select * from current_posting where board = ? ";

  private final JdbcClient sql;
  private final JdbcTemplate batches;

  PostingLog(JdbcTemplate jdbc) {
    this.sql = JdbcClient.create(jdbc);
    this.batches = jdbc;
  }

  /** Makes sure that the board has its row. */
  void enter(String board, Instant now) {
    sql.sql("insert into board (id, posted_at) values (?, ?) on conflict do nothing")
        .params(board, Timestamp.from(now))
        .update();
  }

  public Optional<BoardState> state(String board) {
    return state(board, "");
  }

  /** Holds the board's row until the transaction ends; empty when someone else holds it. */
  public Optional<BoardState> lock(String board) {
    return state(board, " for update skip locked");
  }

  /** Waits until nobody else holds the board's row, and holds it until the transaction ends. */
  public void hold(String board) {
    state(board, " for update");
  }

  private Optional<BoardState> state(String board, String lock) {
    return sql.sql("select * from board where id = ?" + lock)
        .param(board)
        .query(
            (row, n) ->
                new BoardState(
                    row.getLong("posted"),
                    row.getTimestamp("posted_at").toInstant(),
                    row.getLong("change_cursor"),
                    Optional.ofNullable(row.getString("selection")),
                    row.getLong("pruned_through"),
                    row.getInt("version_floor")))
        .optional();
  }

  /** The board has looked at all changes up to this one. */
  void looked(String board, long change) {
    sql.sql("update board set change_cursor = ? where id = ?").params(change, board).update();
  }

  void selected(String board, String selection) {
    sql.sql("update board set selection = ? where id = ?").params(selection, board).update();
  }

  /** The postings follow the last one gap-free; the caller holds the board's row. */
  void append(String board, List<Posting> postings) {
    if (postings.isEmpty()) {
      return;
    }
    batches.batchUpdate(
        "insert into posting (board, number, vacancy, version, vacancy_version, listed, reason, at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        postings.stream().map(p -> row(board, p)).toList());
    batches.batchUpdate(
        "insert into current_posting (board, number, vacancy, version, vacancy_version, listed, reason, at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (board, vacancy) do update set number = excluded.number,"
            + " version = excluded.version, vacancy_version = excluded.vacancy_version, listed = excluded.listed,"
            + " reason = excluded.reason, at = excluded.at",
        postings.stream().map(p -> row(board, p)).toList());
    Posting last = postings.get(postings.size() - 1);
    sql.sql("update board set posted = ?, posted_at = greatest(posted_at, ?) where id = ?")
        .params(last.number(), Timestamp.from(last.at()), board)
        .update();
  }

  private static Object[] row(String board, Posting p) {
    return new Object[] {
      board,
      p.number(),
      p.vacancy().value(),
      p.version(),
      p.vacancyVersion(),
      p.listed(),
      p.reason(),
      Timestamp.from(p.at())
    };
  }

  /** The last posting of each of these vacancies that ever stood on the board. */
  Map<VacancyId, Posting> current(String board, Collection<VacancyId> vacancies) {
    UUID[] ids = vacancies.stream().map(VacancyId::value).toArray(UUID[]::new);
    return sql
        .sql(CURRENT + "and vacancy = any (?)")
        .params(board, ids)
        .query(PostingLog::posting)
        .stream()
        .collect(Collectors.toMap(Posting::vacancy, Function.identity()));
  }

  Optional<Posting> current(String board, VacancyId vacancy) {
    return Optional.ofNullable(current(board, List.of(vacancy)).get(vacancy));
  }

  /** What stands on the board, in the order of ids, after the given one. */
  List<Posting> standing(String board, Optional<VacancyId> after, int limit) {
    return sql.sql(CURRENT + "and listed and vacancy > ? order by vacancy limit ?")
        .params(board, after.map(VacancyId::value).orElse(new UUID(0, 0)), limit)
        .query(PostingLog::posting)
        .list();
  }

  public int count(String board) {
    return sql.sql("select count(*) from (" + CURRENT + "and listed) as standing")
        .param(board)
        .query(Integer.class)
        .single();
  }

  /** All moves after a number, one after the other. */
  public List<Posting> after(String board, long number, int limit) {
    return sql.sql("select * from posting where board = ? and number > ? order by number limit ?")
        .params(board, number, limit)
        .query(PostingLog::posting)
        .list();
  }

  /** The moves after a number that no later one has overtaken. */
  List<Posting> currentAfter(String board, long number, int limit) {
    return sql.sql(CURRENT + "and number > ? order by number limit ?")
        .params(board, number, limit)
        .query(PostingLog::posting)
        .list();
  }

  private static Posting posting(ResultSet row, int n) throws SQLException {
    return new Posting(
        row.getLong("number"),
        new VacancyId(row.getObject("vacancy", UUID.class)),
        row.getInt("version"),
        row.getInt("vacancy_version"),
        row.getBoolean("listed"),
        row.getString("reason"),
        row.getTimestamp("at").toInstant());
  }
}
