package norrhub.catalogue;

import java.util.List;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a partner has ever had, whatever became of it. */
@Component
public class PartnerVacancies {
  private final JdbcClient db;

  PartnerVacancies(JdbcClient db) {
    this.db = db;
  }

  /** Those that changed last, as they were last. */
  public List<Vacancy> newest(String partner, int atMost) {
    return db.sql(
            """
            select c.content from vacancy v
            join lateral (select content from vacancy_version c
                          where c.id = v.id order by c.version desc limit 1) c on true
            where v.partner = :partner
            order by (select max(number) from change where change.id = v.id) desc nulls last
            limit :most""")
        .param("partner", partner)
        .param("most", atMost)
        .query((row, n) -> VacancyJson.vacancy(row.getString(1)))
        .list();
  }

  public boolean has(String partner, VacancyId id) {
    return db.sql("select exists (select from vacancy where id = :id and partner = :partner)")
        .param("id", id.value())
        .param("partner", partner)
        .query(Boolean.class)
        .single();
  }
}
