package norrhub.catalogue;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many vacancies each feed offers today, for whoever watches the hub. */
@Component
public class Offered {
  private final JdbcClient db;

  Offered(JdbcClient db) {
    this.db = db;
  }

  /** What is withdrawn or expired is not counted, so that an old catalogue costs no more. */
  public List<Count> counts() {
    return db.sql(
            """
            select feed, state, count(*) as vacancies from vacancy
            where state in ('OPEN', 'SCHEDULED') group by feed, state order by feed, state""")
        .query(
            (row, n) ->
                new Count(
                    row.getString("feed"),
                    row.getString("state").toLowerCase(Locale.ROOT),
                    row.getLong("vacancies")))
        .list();
  }

  /**
   * @param state open or scheduled
   */
  public record Count(String feed, String state, long vacancies) {}
}
