package norrhub.board;

import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import norrhub.catalogue.VacancyJson;
import norrhub.vacancy.State;
import norrhub.vacancy.Vacancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the catalogue's rows without a delivery, so that tests of boards need none. */
public final class CatalogueRows {
  private final JdbcClient sql;
  private final TransactionTemplate transactions;

  public CatalogueRows(DataSource database) {
    this.sql = JdbcClient.create(database);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
  }

  /** The vacancy's next version, in this state, and its change. */
  public void change(Vacancy vacancy, State state, String reason, Instant at) {
    transactions.executeWithoutResult(
        transaction -> {
          int version = vacancyRow(vacancy, state, at);
          if (state == State.OPEN || isBare(vacancy)) {
            sql.sql("insert into vacancy_version values (?, ?, ?)")
                .params(vacancy.id().value(), version, VacancyJson.content(vacancy))
                .update();
          }
          long number =
              sql.sql("update change_counter set last = last + 1 returning last")
                  .query(Long.class)
                  .single();
          sql.sql(
                  "insert into change (number, id, version, state, reason, delivery, at)"
                      + " values (?, ?, ?, ?, ?, 'test', ?)")
              .params(
                  number, vacancy.id().value(), version, state.name(), reason, Timestamp.from(at))
              .update();
        });
  }

  private boolean isBare(Vacancy vacancy) {
    return sql.sql("select not exists (select from vacancy_version where id = ?)")
        .param(vacancy.id().value())
        .query(Boolean.class)
        .single();
  }

  private int vacancyRow(Vacancy vacancy, State state, Instant at) {
    return sql.sql(
            """
            insert into vacancy (id, feed, partner, scope, source_key, input_hash, content_hash,
                                 state, version, date_posted)
            values (?, 'feed', ?, '', ?, 0, 0, ?, (select version + 1 from removed_version), ?)
            on conflict (id) do update
              set version = vacancy.version + 1, state = excluded.state
            returning version""")
        .params(
            vacancy.id().value(),
            vacancy.partner(),
            vacancy.sourceKey(),
            state.name(),
            Timestamp.from(at))
        .query(Integer.class)
        .single();
  }
}
