package norrhub.board;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import norrhub.catalogue.retention.CatalogueReader;
import norrhub.vacancy.VacancyId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What boards and their readers still need, of the catalogue and of their own posting logs. */
@Component
class PostingsInUse implements CatalogueReader {
  private final JdbcClient db;
  private final BoardFiles boards;
  private final List<PostingReader> readers;

  PostingsInUse(JdbcClient db, BoardFiles boards, ObjectProvider<PostingReader> readers) {
    this.db = db;
    this.boards = boards;
    this.readers = readers.orderedStream().toList();
  }

  /** A board without a selection begins with what is open, and needs no change. */
  @Override
  public OptionalLong changeCursor() {
    return db.sql("select min(change_cursor) from board where selection is not null")
        .query(
            (row, n) ->
                row.getObject(1) == null ? OptionalLong.empty() : OptionalLong.of(row.getLong(1)))
        .single();
  }

  @Override
  public Map<VacancyId, NavigableSet<Integer>> shown(Collection<VacancyId> vacancies) {
    Map<VacancyId, NavigableSet<Integer>> shown = new HashMap<>();
    db.sql("select distinct vacancy, vacancy_version from posting where vacancy = any (?)")
        .param(new SqlArrayValue("uuid", vacancies.stream().map(VacancyId::value).toArray()))
        .query(
            row -> {
              shown
                  .computeIfAbsent(
                      new VacancyId(row.getObject(1, UUID.class)), none -> new TreeSet<>())
                  .add(row.getInt(2));
            });
    return shown;
  }

  /**
   * How far each board's log has been read by all its readers. A board without a good file is not
   * in it: its log stays as it is until the file is back.
   */
  Map<String, Long> readThrough() {
    Map<String, Long> through = new TreeMap<>();
    for (Board board : boards.all()) {
      long least =
          readers.stream()
              .map(reader -> reader.readThrough(board))
              .flatMapToLong(OptionalLong::stream)
              .min()
              .orElse(Long.MAX_VALUE);
      through.put(board.id(), least);
    }
    return through;
  }
}
