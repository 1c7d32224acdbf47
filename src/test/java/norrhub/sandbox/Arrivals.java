package norrhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import norrhub.catalogue.ChangeLog;
import norrhub.delivery.Deliveries;
import norrhub.delivery.DeliverySummary;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import norrhub.vacancy.Vacancy;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** What became of what the partners sent, as the ledger has it. */
final class Arrivals {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ROW = "  %-28s%-11s%9s%10s%10s%10s%9s%n";

  /** The feed's last delivery that was read; what was unchanged was not. */
  private static final String LAST_READ =
      """
      select d.number, d.id, d.feed, d.partner, d.transport, d.name, d.received, d.accepted,
        d.rejected, d.kept_out, d.errors + d.warnings + d.infos as notices,
        coalesce(d.outcome, '') as outcome
      from feed_latest l join delivery d on d.number = l.read where l.feed = ?""";

  private final String feed;
  private final List<Partner> partners;
  private final Deliveries deliveries;
  private final JdbcClient db;
  private final ChangeLog changes;

  Arrivals(ApplicationContext hub, int port) {
    this.feed = "http://127.0.0.1:%d/feeds/campaign.json".formatted(port);
    this.partners =
        hub.getBean(Partners.class).all().stream()
            .filter(partner -> partner.off().isEmpty() && !partner.feeds().isEmpty())
            .toList();
    this.deliveries = hub.getBean(Deliveries.class);
    this.db = hub.getBean(JdbcClient.class);
    this.changes = hub.getBean(ChangeLog.class);
  }

  /** Waits until every feed has brought something and it is published, though not for ever. */
  boolean await() {
    try {
      Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(this::isAllIn);
      return true;
    } catch (ConditionTimeoutException e) {
      return false;
    }
  }

  private boolean isAllIn() {
    return deliveries.waiting() == 0
        && partners.stream()
            .flatMap(partner -> partner.feeds().stream())
            .allMatch(feed -> last(feed).isPresent())
        && isPublished();
  }

  private boolean isPublished() {
    Set<String> shown = new HashSet<>(document().path("vacancies").findValuesAsText("partner"));
    return shown.containsAll(placed());
  }

  /** Partners with something open in a known place, which is what boards select by. */
  private Set<String> placed() {
    Set<String> partners = new HashSet<>();
    changes.forEachOpen(
        version -> {
          if (version.vacancy().locations().stream()
              .anyMatch(location -> location.municipalityCode().isPresent())) {
            partners.add(version.vacancy().partner());
          }
        });
    return partners;
  }

  String table() {
    return ROW.formatted(
            "partner", "transport", "received", "accepted", "rejected", "kept out", "notices")
        + partners.stream()
            .flatMap(partner -> partner.feeds().stream().map(feed -> row(partner, feed)))
            .collect(Collectors.joining());
  }

  /** How many are in the campaign's feed, and why the others are not. */
  String shown() {
    Set<String> ids = new HashSet<>(document().path("vacancies").findValuesAsText("id"));
    Map<String, Integer> reasons = new TreeMap<>();
    int[] open = new int[1];
    changes.forEachOpen(
        version -> {
          open[0]++;
          if (!ids.contains(version.vacancy().id().toString())) {
            reasons.merge(why(version.vacancy()), 1, Integer::sum);
          }
        });
    int accepted =
        partners.stream()
            .flatMap(p -> p.feeds().stream())
            .flatMap(feed -> last(feed).stream())
            .mapToInt(DeliverySummary::accepted)
            .sum();
    if (accepted > open[0]) {
      reasons.merge(
          "not open: their day has not come, or has passed", accepted - open[0], Integer::sum);
    }
    return "Of %d accepted, %d are in campaign.json.%s"
        .formatted(
            accepted,
            ids.size(),
            reasons.entrySet().stream()
                .map(reason -> "%n  %4d %s".formatted(reason.getValue(), reason.getKey()))
                .collect(Collectors.joining()));
  }

  private String why(Vacancy vacancy) {
    String name =
        partners.stream()
            .filter(partner -> partner.id().equals(vacancy.partner()))
            .map(partner -> partner.consentsTo("campaign") ? "" : partner.name())
            .findFirst()
            .orElse("");
    if (!name.isEmpty()) {
      return "of " + name + ", whose file does not consent to this board";
    }
    if (vacancy.locations().isEmpty()) {
      return "without a place of work";
    }
    return vacancy.locations().stream().anyMatch(place -> place.regionCode().isPresent())
        ? "in other counties than the board selects (config/boards/campaign.yaml)"
        : "at a place that is abroad or not known";
  }

  private JsonNode document() {
    return RestClient.create(feed).get().retrieve().body(JsonNode.class);
  }

  private String row(Partner partner, Feed feed) {
    return last(feed)
        .map(
            delivery ->
                ROW.formatted(
                    partner.name(),
                    feed.transport().word(),
                    delivery.received(),
                    delivery.accepted(),
                    delivery.rejected(),
                    delivery.keptOut(),
                    delivery.notices()))
        .orElseGet(
            () ->
                ROW.formatted(
                    partner.name(), feed.transport().word(), "nothing", "yet", "", "", ""));
  }

  private Optional<DeliverySummary> last(Feed feed) {
    return db.sql(LAST_READ).param(feed.id()).query(DeliverySummary.class).optional();
  }
}
