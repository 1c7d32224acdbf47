package norrhub.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import norrhub.partner.Feed;
import norrhub.partner.Mode;
import norrhub.partner.Partner;
import norrhub.partner.SpeaksFor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Vacancies whose feed is gone from the configuration: nobody would ever take them back. A feed
 * that offers them too gets them, else one of the same partner that speaks for all it has: then
 * they are missing from its deliveries, and the guard judges that.
 */
@Component
public class Orphans {
  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

  private final JdbcClient db;

  Orphans(JdbcClient db) {
    this.db = db;
  }

  /**
   * Finds a feed for every vacancy that has lost its own.
   *
   * @return the feeds that got some
   */
  @Transactional
  public Set<String> settle(Collection<Partner> partners) {
    Set<String> configured = new HashSet<>();
    Set<String> live = new HashSet<>();
    Map<String, String> adopting = new HashMap<>();
    for (Partner partner : partners) {
      for (Feed feed : partner.feeds()) {
        configured.add(feed.id());
        if (feed.mode() == Mode.LIVE) {
          live.add(feed.id());
          if (feed.speaksFor() == SpeaksFor.FEED) {
            adopting.putIfAbsent(partner.id(), feed.id());
          }
        }
      }
    }
    Set<String> heirs = new TreeSet<>();
    for (Standing standing : standing()) {
      if (!live.contains(standing.feed)) {
        heirs.addAll(pass(standing.feed, live));
        if (!configured.contains(standing.feed) && adopting.containsKey(standing.partner)) {
          adopt(standing, adopting.get(standing.partner));
        }
      }
    }
    return heirs;
  }

  private List<Standing> standing() {
    return db.sql("select distinct feed, partner from vacancy where state in ('OPEN', 'SCHEDULED')")
        .query((row, n) -> new Standing(row.getString(1), row.getString(2)))
        .list();
  }

  private Set<String> pass(String feed, Set<String> live) {
    return new TreeSet<>(
        db.sql(
                """
                with heir as (
                  select distinct on (o.vacancy) o.* from vacancy_offer o join vacancy v on v.id = o.vacancy
                  where o.feed = any (:live) and v.feed = :feed and v.state in ('OPEN', 'SCHEDULED')
                  order by o.vacancy, o.missing_since nulls first, o.feed, o.scope),
                passed as (
                  delete from vacancy_offer o using heir
                  where o.vacancy = heir.vacancy and o.feed = heir.feed and o.scope = heir.scope)
                update vacancy v set feed = heir.feed, scope = heir.scope, partner = heir.partner,
                  missing_since = heir.missing_since
                from heir where v.id = heir.vacancy returning v.feed""")
            .param("live", new SqlArrayValue("text", live.toArray()))
            .param("feed", feed)
            .query(String.class)
            .list());
  }

  private void adopt(Standing orphaned, String heir) {
    int adopted =
        db.sql(
                """
                update vacancy set feed = :heir, scope = ''
                where feed = :feed and partner = :partner and state in ('OPEN', 'SCHEDULED')""")
            .param("heir", heir)
            .param("feed", orphaned.feed)
            .param("partner", orphaned.partner)
            .update();
    LOG.info("{} vacancies of {}, which is gone, pass to {}", adopted, orphaned.feed, heir);
  }

  private record Standing(String feed, String partner) {}
}
