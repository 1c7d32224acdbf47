package norrhub.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import norrhub.delivery.archive.ArchivedPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What was asked for each record of a feed's list, and what came, over all polls. */
@Component
public class Details {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient db;

  Details(JdbcClient db) {
    this.db = db;
  }

  /** By request. */
  public Map<String, Detail> of(String feed) {
    Map<String, Detail> details = new HashMap<>();
    db.sql("select * from detail_request where feed = :feed")
        .param("feed", feed)
        .query(Details::read)
        .list()
        .forEach(detail -> details.put(detail.request(), detail));
    return details;
  }

  /** An answer came and is archived. */
  public void answered(
      String feed, String request, long recordHash, ArchivedPart answer, Instant at) {
    db.sql(
            """
            insert into detail_request (feed, request, asked_hash, asked_at, tries, answer, answer_hash)
            values (:feed, :request, :hash, :at, 0, :answer::jsonb, :hash)
            on conflict (feed, request) do update set asked_hash = :hash, asked_at = :at, refusal = null,
              tries = 0, answer = :answer::jsonb, answer_hash = :hash""")
        .param("feed", feed)
        .param("request", request)
        .param("hash", recordHash)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("answer", json(answer))
        .update();
  }

  /** The server gave none; what it gave before stays. */
  public void refused(String feed, String request, long recordHash, String why, Instant at) {
    db.sql(
            """
            insert into detail_request as d (feed, request, asked_hash, asked_at, refusal, tries)
            values (:feed, :request, :hash, :at, :why, 1)
            on conflict (feed, request) do update set asked_hash = :hash, asked_at = :at, refusal = :why,
              tries = d.tries + 1""")
        .param("feed", feed)
        .param("request", request)
        .param("hash", recordHash)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("why", why)
        .update();
  }

  /** Forgets what was asked for records that the list does not hold any more. */
  public void keepOnly(String feed, Collection<String> requests) {
    db.sql("delete from detail_request where feed = :feed and request <> all (:requests)")
        .param("feed", feed)
        .param("requests", new SqlArrayValue("text", requests.toArray()))
        .update();
  }

  private static Detail read(ResultSet row, int n) throws SQLException {
    return new Detail(
        row.getString("request"),
        row.getLong("asked_hash"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("refusal")),
        row.getInt("tries"),
        Optional.ofNullable(row.getString("answer")).map(Details::part),
        row.getLong("answer_hash"));
  }

  private static String json(ArchivedPart part) {
    try {
      return JSON.writeValueAsString(part);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Parts are always JSON", e);
    }
  }

  private static ArchivedPart part(String json) {
    try {
      return JSON.readValue(json, ArchivedPart.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The details' parts cannot be read", e);
    }
  }
}
