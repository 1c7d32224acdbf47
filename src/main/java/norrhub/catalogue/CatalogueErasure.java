package norrhub.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import norrhub.vacancy.State;
import norrhub.vacancy.VacancyId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes vacancies out of the catalogue for good: they are withdrawn, their texts are replaced in
 * every version, and what comes again under their ids is not taken in.
 */
@Component
public class CatalogueErasure {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final JdbcTemplate template;
  private final JdbcClient db;
  private final Clock clock;

  CatalogueErasure(JdbcTemplate template, Clock clock) {
    this.template = template;
    this.db = JdbcClient.create(template);
    this.clock = clock;
  }

  /** Vacancies of which a version, a finding or a key holds the text, whatever became of them. */
  public List<Found> holding(String text) {
    return find(
        """
        where position(lower(:text) in lower(v.source_key || ' ' || coalesce(v.notices, ''))) > 0
          or exists (select from vacancy_version c where c.id = v.id and (
            position(lower(:text) in lower(c.content)) > 0 or position(lower(:escaped) in lower(c.content)) > 0))
          or exists (select from vacancy_offer o where o.vacancy = v.id and position(lower(:text) in lower(o.notices)) > 0)""",
        text,
        List.of());
  }

  public List<Found> of(Collection<VacancyId> ids) {
    return find("where v.id = any (:ids) and :text = :escaped", "", ids);
  }

  private List<Found> find(String where, String text, Collection<VacancyId> ids) {
    String json = JSON.getNodeFactory().textNode(text).toString();
    return db.sql(
            "select v.id, v.partner, v.feed, v.source_key, v.state from vacancy v "
                + where
                + " order by v.id")
        .param("text", text)
        .param("escaped", json.substring(1, json.length() - 1))
        .param("ids", FeedCatalogue.uuids(ids))
        .query(
            (row, n) ->
                new Found(
                    new VacancyId(row.getObject(1, UUID.class)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    State.valueOf(row.getString(5))))
        .list();
  }

  @Transactional
  public void erase(Collection<VacancyId> ids, String why) {
    SqlArrayValue all = FeedCatalogue.uuids(ids);
    db.sql(
            """
            insert into suppression (vacancy, since, why) select id, :now, :why from unnest(:ids) as id
            on conflict do nothing""")
        .param("ids", all)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("why", why)
        .update();
    NewChanges changes = new NewChanges();
    template.query(
        """
        update vacancy set state = 'WITHDRAWN', version = version + 1, moves_at = null, missing_since = null
        where id = any (?) and state in ('OPEN', 'SCHEDULED') returning id, version""",
        row -> {
          VacancyId id = new VacancyId(row.getObject("id", UUID.class));
          changes.add(id, row.getInt("version"), State.WITHDRAWN, "erased");
        },
        all);
    db.sql(
            "update vacancy set notices = null, input_hash = 0, content_hash = 0 where id = any (:ids)")
        .param("ids", all)
        .update();
    db.sql("delete from vacancy_offer where vacancy = any (:ids)").param("ids", all).update();
    db.sql("select id, version, content from vacancy_version where id = any (:ids)")
        .param("ids", all)
        .query(
            (row, n) -> new Version(row.getObject(1, UUID.class), row.getInt(2), row.getString(3)))
        .list()
        .forEach(this::blank);
    changes.write(template, clock, "");
  }

  private void blank(Version version) {
    db.sql("update vacancy_version set content = :content where id = :id and version = :version")
        .param("content", ErasedContent.of(version.content))
        .param("id", version.id)
        .param("version", version.version)
        .update();
  }

  /** The vacancies that are not taken in. */
  public Set<VacancyId> suppressed() {
    return new HashSet<>(
        db.sql("select vacancy from suppression")
            .query((row, n) -> new VacancyId(row.getObject(1, UUID.class)))
            .list());
  }

  private record Version(UUID id, int version, String content) {}

  /**
   * @param key by which its source calls it
   */
  public record Found(VacancyId id, String partner, String feed, String key, State state) {}
}
