package norrhub.catalogue;

import java.time.Clock;
import java.time.ZoneOffset;
import norrhub.vacancy.State;
import norrhub.vacancy.VacancyId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The changes of one transaction. Writing them is its last statement: it takes the next numbers
 * from the one counter row and holds that to the commit, so that no reader ever skips a number.
 */
final class NewChanges {
  private final UnnestColumns rows = new UnnestColumns("uuid", "int4", "text", "text");

  void add(VacancyId id, int version, State state, String reason) {
    rows.add(id.value(), version, state.name(), reason);
  }

  int size() {
    return rows.size();
  }

  void write(JdbcTemplate db, Clock clock, String delivery) {
    if (rows.isEmpty()) {
      return;
    }
    Object[] columns = rows.columns();
    db.update(
        """
        with counter as (update change_counter set last = last + ? returning last - ? as before)
        insert into change (number, id, version, state, reason, delivery, at)
        select counter.before + new.place, new.id, new.version, new.state, new.reason, ?, ?
        from counter, unnest(?, ?, ?, ?) with ordinality as new (id, version, state, reason, place)""",
        rows.size(),
        rows.size(),
        delivery,
        clock.instant().atOffset(ZoneOffset.UTC),
        columns[0],
        columns[1],
        columns[2],
        columns[3]);
  }
}
