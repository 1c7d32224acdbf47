package norrhub.catalogue;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What the last mapping found in the records of a feed's vacancies, for whoever wants to look. */
@Component
public class StandingFindings {
  private final JdbcClient db;

  StandingFindings(JdbcClient db) {
    this.db = db;
  }

  /**
   * Those of the vacancies that the feed's last delivery held, or the last of each file name.
   *
   * @param scopes as in the vacancies' origin
   * @param most so many vacancies at most
   */
  public List<Standing> of(String feed, List<String> scopes, int most) {
    return db.sql(
            """
            select source_key, notices from vacancy
            where feed = :feed and scope = any (:scopes) and state <> 'WITHDRAWN' and missing_since is null
              and notices is not null
            union all
            select v.source_key, o.notices from vacancy_offer o join vacancy v on v.id = o.vacancy
            where o.feed = :feed and o.scope = any (:scopes) and o.missing_since is null and o.notices is not null
            order by source_key limit :most""")
        .param("feed", feed)
        .param("scopes", new SqlArrayValue("text", scopes.toArray()))
        .param("most", most)
        .query((row, n) -> new Standing(row.getString(1), row.getString(2)))
        .list();
  }

  /**
   * @param key of the vacancy
   * @param notices as the caller of the catalogue wrote them
   */
  public record Standing(String key, String notices) {}
}
