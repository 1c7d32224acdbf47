package norrhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import norrhub.catalogue.ChangeLog;
import norrhub.delivery.Deliveries;
import norrhub.delivery.DeliverySummary;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.context.ApplicationContext;
import org.springframework.web.client.RestClient;

/** What became of what the partners sent, as the ledger has it. */
final class Arrivals {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ROW = "  %-28s%-11s%9s%10s%10s%10s%9s%n";

  private final String feed;
  private final List<Partner> partners;
  private final Deliveries deliveries;
  private final ChangeLog changes;

  Arrivals(ApplicationContext hub, int port) {
    this.feed = "http://127.0.0.1:%d/feeds/campaign.json".formatted(port);
    this.partners =
        hub.getBean(Partners.class).all().stream()
            .filter(partner -> partner.off().isEmpty() && !partner.feeds().isEmpty())
            .toList();
    this.deliveries = hub.getBean(Deliveries.class);
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
    JsonNode document = RestClient.create(feed).get().retrieve().body(JsonNode.class);
    Set<String> shown = new HashSet<>(document.path("vacancies").findValuesAsText("partner"));
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

  private String row(Partner partner, Feed feed) {
    return last(feed)
        .map(
            delivery ->
                ROW.formatted(
                    partner.name(),
                    feed.transport(),
                    delivery.received(),
                    delivery.accepted(),
                    delivery.rejected(),
                    delivery.keptOut(),
                    delivery.notices()))
        .orElseGet(
            () -> ROW.formatted(partner.name(), feed.transport(), "nothing", "yet", "", "", ""));
  }

  private Optional<DeliverySummary> last(Feed feed) {
    return deliveries.lastRead().stream().filter(d -> d.feed().equals(feed.id())).findFirst();
  }
}
