package norrhub.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.partner.Transport;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where everything that comes in is written into the ledger. When a method returns, the row is
 * committed, and only then may the source be told.
 */
@Component
public class DeliveryIntake {
  private static final Logger log = LoggerFactory.getLogger(DeliveryIntake.class);

  private final JdbcClient db;
  private final FeedLatest latest;
  private final ObjectMapper json = new ObjectMapper();

  DeliveryIntake(JdbcClient db) {
    this.db = db;
    this.latest = new FeedLatest(db);
  }

  /**
   * Enters a delivery, unless the source still holds the very thing that was received before.
   *
   * <p>A file that was overwritten or taken away may come again with the same name, size and time,
   * and is a new delivery then: A, B, A ends as A.
   */
  @Transactional
  public Reception receive(Incoming incoming) {
    String content = content(incoming.parts());
    String identity = incoming.identity() + '|' + content;
    lock(incoming.feed());
    if (isKnown(incoming.feed(), identity)) {
      return Reception.KNOWN;
    }
    if (incoming.transport().listsItsFiles()) {
      gone(incoming);
    }
    String id = insert(incoming, identity, content, DeliveryState.RECEIVED, "").id;
    latest.came(incoming.feed(), incoming.receivedAt());
    log.atLevel(incoming.transport().isSent() ? Level.INFO : Level.DEBUG)
        .log("received {} ({}) of {}", id, incoming.name(), incoming.partner());
    return Reception.NEW;
  }

  /** Enters an HTTP 304: the feed is as its last delivery, of which it says so again. */
  @Transactional
  public Reception confirmUnchanged(String feed, String partner, Instant at) {
    lock(feed);
    int entered =
        db.sql(
                """
                insert into delivery
                  (feed, partner, transport, name, identity, content, parts, received_at, incomplete_because)
                select feed, partner, transport, name, 'confirmed ' || :at, content, parts, :at, incomplete_because
                from delivery
                where feed = :feed and partner = :partner and state <> 'REFUSED'
                order by number desc limit 1""")
            .param("feed", feed)
            .param("partner", partner)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    if (entered == 0) {
      return Reception.KNOWN;
    }
    latest.came(feed, at);
    return Reception.NEW;
  }

  /**
   * Queues what the archive holds of a feed once more, because the configuration it was applied
   * under has changed: the last delivery, or the last of each file name. Never an older one, though
   * it were whole where the last is not: it knows nothing of what came after it, and would take
   * that for absent.
   *
   * @param fingerprint of the configuration of today
   */
  @Transactional
  public void applyAgain(String feed, boolean eachName, String fingerprint) {
    lock(feed);
    db.sql(
            """
            insert into delivery
              (feed, partner, transport, name, identity, content, parts, received_at, incomplete_because)
            select feed, partner, transport, name, 'again ' || number || ' ' || :fingerprint, content, parts,
              received_at, incomplete_because
            from (
              (select * from delivery
               where feed = :feed and not :eachName and state in ('APPLIED', 'UNCHANGED')
               order by number desc limit 1)
              union all
              (select distinct on (name) * from delivery
               where feed = :feed and :eachName and state in ('APPLIED', 'UNCHANGED')
               order by name, number desc)) as newest
            where fingerprint <> :fingerprint
              and not exists (select from delivery where feed = :feed and state = 'RECEIVED')
            on conflict do nothing""")
        .param("feed", feed)
        .param("eachName", eachName)
        .param("fingerprint", fingerprint)
        .update();
  }

  /**
   * Has the newest delivery of each of these feeds, or of each of their file names, read again,
   * though neither it nor the configuration has changed.
   */
  public void readAgain(Set<String> feeds) {
    if (!feeds.isEmpty()) {
      db.sql(
              """
              update delivery set fingerprint = '' where number in (
                select max(number) from delivery
                where feed = any (:feeds) and state in ('APPLIED', 'UNCHANGED') group by feed, name)""")
          .param("feeds", new SqlArrayValue("text", feeds.toArray()))
          .update();
    }
  }

  /** Queues what a feed brought while it was on trial, each under its own number. */
  @Transactional
  public void applyInEarnest(String feed) {
    latest.hold(feed);
    db.sql(
            """
            update delivery set state = 'RECEIVED', attempts = 0, try_after = null
            where feed = :feed and trial and state in ('APPLIED', 'UNCHANGED')""")
        .param("feed", feed)
        .update();
    latest.reopened(feed);
  }

  /**
   * Told after each complete listing of a feed's folder: a name that is not there any more may come
   * again as a new delivery.
   */
  public void sourceHolds(String feed, Transport transport, Set<String> names) {
    db.sql(
            """
            update delivery set source_gone = true
            where feed = :feed and transport = :transport and not source_gone and name <> all (:names)""")
        .param("feed", feed)
        .param("transport", transport.word())
        .param("names", new SqlArrayValue("text", names.toArray()))
        .update();
  }

  /** Enters what is no delivery, so that whoever sent it can be told what became of it. */
  @Transactional
  public void refused(
      String feed, String partner, String name, NoticeKind why, String value, Instant at) {
    refused(feed, partner, name, why.about(name, value), at);
  }

  /** The same, where more than its name tells what it was that came in. */
  @Transactional
  public void refused(String feed, String partner, String name, Finding why, Instant at) {
    refused(Refusal.noDelivery(feed, partner, name, why, at));
  }

  /** Enters what is not applied, once. */
  @Transactional
  public void refused(Refusal refusal) {
    lock(refusal.feed());
    if (isKnown(refusal.feed(), refusal.identity())) {
      return;
    }
    String name = refusal.name();
    String sentence = refusal.why().english();
    var incoming =
        new Incoming(
            refusal.feed(),
            refusal.partner(),
            refusal.transport(),
            name,
            refusal.identity(),
            List.of(new ArchivedPart(name, "", 0, 0)),
            refusal.at());
    Entry entry = insert(incoming, refusal.identity(), "", DeliveryState.REFUSED, sentence);
    if (refusal.lost()) {
      lost(entry);
    }
    latest.finished(refusal.feed(), entry.number, false, true, refusal.at());
    log.warn(
        "refused {} ({}) of {}: {}: {}",
        entry.id,
        name,
        refusal.partner(),
        refusal.why().kind().code(),
        sentence);
  }

  private void lost(Entry entry) {
    db.sql("update delivery set lost = true where number = :number")
        .param("number", entry.number)
        .update();
  }

  private boolean isKnown(String feed, String identity) {
    return db.sql(
            """
            select exists (
              select from delivery where feed = :feed and identity = :identity and not source_gone)""")
        .param("feed", feed)
        .param("identity", identity)
        .query(Boolean.class)
        .single();
  }

  private void gone(Incoming incoming) {
    db.sql(
            """
            update delivery set source_gone = true
            where feed = :feed and name = :name and transport = :transport and not source_gone""")
        .param("feed", incoming.feed())
        .param("name", incoming.name())
        .param("transport", incoming.transport().word())
        .update();
  }

  private record Entry(long number, String id) {}

  private Entry insert(
      Incoming incoming, String identity, String content, DeliveryState state, String outcome) {
    return db.sql(
            """
            insert into delivery
              (feed, partner, transport, name, identity, content, parts, received_at, incomplete_because,
               state, outcome, finished_at)
            values (:feed, :partner, :transport, :name, :identity, :content, :parts::jsonb, :at, :incomplete,
              :state, :outcome, case when :state <> 'RECEIVED' then :at end)
            returning number, id""")
        .param("feed", incoming.feed())
        .param("partner", incoming.partner())
        .param("transport", incoming.transport().word())
        .param("name", incoming.name())
        .param("identity", identity)
        .param("content", content)
        .param("parts", json(incoming.parts()))
        .param("at", incoming.receivedAt().atOffset(ZoneOffset.UTC))
        .param("incomplete", incoming.incompleteBecause().orElse(null))
        .param("state", state.name())
        .param("outcome", outcome)
        .query(Entry.class)
        .single();
  }

  /** Two hubs may read the same source for a moment; the ledger takes one at a time. */
  private void lock(String feed) {
    db.sql("select pg_advisory_xact_lock(hashtextextended('receive ' || :feed, 0))")
        .param("feed", feed)
        .query((row, n) -> n)
        .list();
  }

  private String json(List<ArchivedPart> parts) {
    try {
      return json.writeValueAsString(parts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Parts are always JSON", e);
    }
  }

  private static String content(List<ArchivedPart> parts) {
    MessageDigest all = DigestUtils.getSha256Digest();
    parts.forEach(part -> all.update(HexFormat.of().parseHex(part.sha256())));
    return HexFormat.of().formatHex(all.digest());
  }
}
