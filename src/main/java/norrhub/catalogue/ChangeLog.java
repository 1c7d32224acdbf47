package norrhub.catalogue;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import norrhub.vacancy.State;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyId;
import norrhub.vacancy.VacancyVersion;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happened to the catalogue, in order. Numbers have no gaps and follow the commits, so a
 * reader that remembers the last number it saw misses nothing.
 */
@Component
public class ChangeLog {
  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient db;
  private final JdbcTemplate streaming;
  private final TransactionTemplate reading;

  ChangeLog(JdbcTemplate template, PlatformTransactionManager transactions) {
    this.db = JdbcClient.create(template);
    this.streaming = new JdbcTemplate(template.getDataSource());
    this.streaming.setFetchSize(ROWS_AT_ONCE);
    this.reading = new TransactionTemplate(transactions);
  }

  /** The changes behind a number, oldest first. */
  public List<Change> after(long number, int limit) {
    return db.sql("select * from change where number > :number order by number limit :limit")
        .param("number", number)
        .param("limit", limit)
        .query(ChangeLog::change)
        .list();
  }

  /** The number of the newest change; 0 where nothing has happened yet. */
  public long last() {
    return db.sql("select last from change_counter").query(Long.class).single();
  }

  /** The vacancies as they stood after each of the changes. */
  public Map<Change, VacancyVersion> versions(Collection<Change> changes) {
    Map<VersionId, Vacancy> contents = contents(changes.stream().map(Change::versionId).toList());
    Map<Change, VacancyVersion> versions = new HashMap<>();
    for (Change change : changes) {
      Vacancy vacancy = requireNonNull(contents.get(change.versionId()));
      versions.put(change, new VacancyVersion(vacancy, change.version(), change.state()));
    }
    return versions;
  }

  /** Hands over every open vacancy, a few in memory at a time. */
  public void forEachOpen(Consumer<VacancyVersion> taker) {
    reading.executeWithoutResult(
        transaction ->
            streaming.query(
                """
                select v.version, v.state, c.content from vacancy v
                join lateral (select content from vacancy_version c
                              where c.id = v.id order by c.version desc limit 1) c on true
                where v.state = 'OPEN' order by v.id""",
                row -> {
                  taker.accept(
                      new VacancyVersion(
                          VacancyJson.vacancy(row.getString("content")),
                          row.getInt("version"),
                          State.valueOf(row.getString("state"))));
                }));
  }

  /** What the vacancies said in these versions. */
  public Map<VersionId, Vacancy> contents(Collection<VersionId> wanted) {
    Map<VersionId, Vacancy> contents = new HashMap<>();
    db.sql(
            """
            select w.id, w.version, c.content
            from unnest(:ids, :versions) as w (id, version)
            join lateral (select content from vacancy_version c
                          where c.id = w.id and c.version <= w.version
                          order by c.version desc limit 1) c on true""")
        .param(
            "ids",
            new SqlArrayValue("uuid", wanted.stream().map(w -> w.vacancy().value()).toArray()))
        .param(
            "versions",
            new SqlArrayValue("int4", wanted.stream().map(VersionId::version).toArray()))
        .query(
            row -> {
              contents.put(
                  new VersionId(
                      new VacancyId(row.getObject("id", UUID.class)), row.getInt("version")),
                  VacancyJson.vacancy(row.getString("content")));
            });
    return contents;
  }

  private static Change change(ResultSet row, int n) throws SQLException {
    return new Change(
        row.getLong("number"),
        new VacancyId(row.getObject("id", UUID.class)),
        row.getInt("version"),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
