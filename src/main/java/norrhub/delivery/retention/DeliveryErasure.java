package norrhub.delivery.retention;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import norrhub.delivery.archive.Archive;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Erases texts from the archive and the ledger. */
@Component
public class DeliveryErasure {
  private static final String ERASED = "[erased]";

  private final JdbcClient db;
  private final Archive archive;
  private final Clock clock;

  DeliveryErasure(JdbcClient db, Archive archive, Clock clock) {
    this.db = db;
    this.archive = archive;
    this.clock = clock;
  }

  /** Hashes of the archived parts that hold one of the texts, in whatever usual encoding. */
  public List<String> parts(Collection<String> texts) throws IOException {
    return archive.containing(Spellings.bytes(texts));
  }

  /** Hashes of all parts of a feed that the ledger or a detail names. */
  private Set<String> partsOf(String feed) {
    return new HashSet<>(
        db.sql(
                """
                select part ->> 'sha256' from delivery, jsonb_array_elements(parts) as part where feed = :feed
                union
                select answer ->> 'sha256' from detail_request where feed = :feed and answer is not null""")
            .param("feed", feed)
            .query(String.class)
            .list());
  }

  /** Parts of a feed that hold its record, or that nobody can look into. */
  public Set<String> partsOf(String feed, String key) throws IOException {
    Set<String> ofFeed = partsOf(feed);
    Set<String> parts = new HashSet<>(parts(List.of(key)));
    parts.retainAll(ofFeed);
    for (String hash : ofFeed) {
      if (archive.isPacked(hash)) {
        parts.add(hash);
      }
    }
    return parts;
  }

  /** How many notices hold one of the texts, or are of one of the vacancies' keys. */
  public int notices(Collection<String> texts, Collection<Origin> origins) {
    return db.sql(
            "select count(*) from delivery_notice n join delivery d on d.number = n.delivery where "
                + CONCERNED)
        .param("texts", texts(texts))
        .param("feeds", feeds(origins))
        .param("keys", keys(origins))
        .query(Integer.class)
        .single();
  }

  private static final String CONCERNED =
      """
      exists (select from unnest(:texts::text[]) as t where position(lower(t) in
          lower(concat_ws(' ', n.part, n.path, n.key, n.field, n.value))) > 0)
        or exists (select from unnest(:feeds::text[], :keys::text[]) as o (feed, key)
          where o.feed = d.feed and o.key = n.key and o.key <> '')""";

  /** Replaces the bytes of these parts; their hashes stay, and say that they were erased. */
  public int eraseParts(Collection<String> hashes, String why) throws IOException {
    db.sql(
            """
            insert into erased_part (sha256, erased_at, why) select hash, :now, :why from unnest(:hashes) as hash
            on conflict do nothing""")
        .param("hashes", new SqlArrayValue("text", hashes.toArray()))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("why", why)
        .update();
    int erased = 0;
    for (String hash : hashes) {
      erased += archive.erase(hash) ? 1 : 0;
    }
    return erased;
  }

  /** Bytes that were erased and came again are erased again, once they are applied. */
  public void eraseAgain(Collection<String> hashes) throws IOException {
    for (String hash :
        db.sql("select sha256 from erased_part where sha256 = any (:hashes)")
            .param("hashes", new SqlArrayValue("text", hashes.toArray()))
            .query(String.class)
            .list()) {
      archive.erase(hash);
    }
  }

  /** Takes the texts out of the ledger; the feeds are asked for everything at their next poll. */
  @Transactional
  public void erase(Collection<String> texts, Collection<Origin> origins) {
    db.sql(
            "delete from delivery_notice where (delivery, ordinal) in (select n.delivery, n.ordinal"
                + " from delivery_notice n join delivery d on d.number = n.delivery where "
                + CONCERNED
                + ")")
        .param("texts", texts(texts))
        .param("feeds", feeds(origins))
        .param("keys", keys(origins))
        .update();
    for (String column :
        List.of("outcome", "name", "unread_because", "held_because", "incomplete_because")) {
      replace("delivery", column, texts);
    }
    replace("feed_state", "failure", texts);
    replace("feed_state", "wait_reason", texts);
    replace("feed_blocker", "reason", texts);
    replace("detail_request", "refusal", texts);
    db.sql(
            "update feed_state set asked = null, etag = null, last_modified = null where feed = any (:feeds)")
        .param("feeds", feeds(origins))
        .update();
  }

  private void replace(String table, String column, Collection<String> texts) {
    for (String text : texts) {
      db.sql(
              "update %s set %s = regexp_replace(%s, :pattern, :erased, 'gi') where position(lower(:text) in lower(%s)) > 0"
                  .formatted(table, column, column, column))
          .param("pattern", "***=" + text)
          .param("erased", ERASED)
          .param("text", text)
          .update();
    }
  }

  private static SqlArrayValue texts(Collection<String> texts) {
    return new SqlArrayValue("text", texts.toArray());
  }

  private static SqlArrayValue feeds(Collection<Origin> origins) {
    return new SqlArrayValue("text", origins.stream().map(Origin::feed).toArray());
  }

  private static SqlArrayValue keys(Collection<Origin> origins) {
    return new SqlArrayValue("text", origins.stream().map(Origin::key).toArray());
  }

  /** A record as its source calls it. */
  public record Origin(String feed, String key) {}
}
