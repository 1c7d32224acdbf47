package norrhub.catalogue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import norrhub.vacancy.VacancyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What else the vacancies of each ATS are called. An alias is for life, as the id is. */
@Component
public class Aliases {
  private final JdbcTemplate db;

  public Aliases(DataSource session) {
    this.db = new JdbcTemplate(session);
  }

  public List<Alias> all(String ats) {
    return db.query(
        "select key_namespace, source_key, id from alias where ats = ?",
        (row, n) ->
            new Alias(
                row.getString(1), row.getString(2), new VacancyId(row.getObject(3, UUID.class))),
        ats);
  }

  /** Names the aliases that people have accepted, by ATS, so that a change of them is seen. */
  public Map<String, String> accepted() {
    Map<String, String> accepted = new HashMap<>();
    db.query(
        """
        select ats, string_agg(source_key || ' ' || id, ',' order by source_key)
        from alias where accepted_at is not null group by ats""",
        row -> {
          accepted.put(row.getString(1), row.getString(2));
        });
    return accepted;
  }

  /** Adds what was found in deliveries; what is known already stays as it is. */
  public void add(String ats, List<Alias> found) {
    insert(ats, found, "on conflict do nothing", null);
  }

  /** Adds what an admin says, and an admin may say otherwise than before. */
  public void accept(String ats, List<Alias> said, Clock clock) {
    insert(
        ats,
        said,
        """
        on conflict (ats, key_namespace, source_key)
        do update set id = excluded.id, accepted_at = excluded.accepted_at""",
        clock.instant().atOffset(ZoneOffset.UTC));
  }

  private void insert(
      String ats, List<Alias> aliases, String otherwise, @Nullable OffsetDateTime acceptedAt) {
    if (aliases.isEmpty()) {
      return;
    }
    db.update(
        """
        insert into alias (ats, key_namespace, source_key, id, accepted_at)
        select ?, new.*, ?::timestamptz from unnest(?, ?, ?) as new
        """
            + otherwise,
        ats,
        acceptedAt,
        new SqlArrayValue("text", aliases.stream().map(Alias::namespace).toArray()),
        new SqlArrayValue("text", aliases.stream().map(Alias::key).toArray()),
        new SqlArrayValue("uuid", aliases.stream().map(alias -> alias.id().value()).toArray()));
  }
}
