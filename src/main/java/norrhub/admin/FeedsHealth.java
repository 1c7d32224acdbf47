package norrhub.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import norrhub.config.Fault;
import norrhub.delivery.DeliveryState;
import norrhub.delivery.FeedReport;
import norrhub.delivery.FeedReports;
import norrhub.delivery.FeedState;
import norrhub.delivery.FeedStates;
import norrhub.mapping.Formats;
import norrhub.partner.Feed;
import norrhub.partner.Mode;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import norrhub.partner.SetAside;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Names the feeds that are sick and the files that are set aside. The hub as a whole stays up: one
 * dead partner must never take it out of service for the others.
 */
@Component("feedsHealthIndicator")
final class FeedsHealth implements HealthIndicator {
  private final Partners partners;
  private final Formats formats;
  private final FeedStates states;
  private final FeedReports reports;

  FeedsHealth(Partners partners, Formats formats, FeedStates states, FeedReports reports) {
    this.partners = partners;
    this.formats = formats;
    this.states = states;
    this.reports = reports;
  }

  @Override
  public Health health() {
    Map<String, FeedState> polls =
        states.all().stream().collect(Collectors.toMap(FeedState::feed, Function.identity()));
    Map<String, FeedReport> deliveries =
        reports.all().stream().collect(Collectors.toMap(FeedReport::feed, Function.identity()));
    Map<String, Object> sick = new TreeMap<>();
    Map<String, Object> well = new TreeMap<>();
    for (Partner partner : partners.all()) {
      for (Feed feed : partner.feeds()) {
        Map<String, Object> story = new LinkedHashMap<>();
        boolean isSick =
            poll(story, polls.get(feed.id())) | delivery(story, deliveries.get(feed.id()));
        if (feed.mode() == Mode.TRIAL) {
          story.put("mode", "trial: nothing of it is published");
        }
        partner.off().ifPresent(reason -> story.put("off", reason));
        (isSick ? sick : well).put(feed.id(), story);
      }
    }
    return Health.up()
        .withDetail("sick", sick)
        .withDetail("setAside", setAside())
        .withDetail("well", well)
        .build();
  }

  private static boolean poll(Map<String, Object> story, @Nullable FeedState state) {
    if (state == null) {
      story.put("poll", "none yet");
      return false;
    }
    state.lastSuccess().ifPresent(at -> story.put("lastGoodPoll", at));
    state.failingSince().ifPresent(at -> story.put("failingSince", at));
    state.failure().ifPresent(why -> story.put("failure", why));
    state.notBefore().ifPresent(at -> story.put("notBefore", at));
    state.waitReason().ifPresent(why -> story.put("waits", why));
    return state.failingSince().isPresent();
  }

  private static boolean delivery(Map<String, Object> story, @Nullable FeedReport report) {
    if (report == null) {
      return false;
    }
    story.put("lastDelivery", report.delivery() + " " + report.state() + ": " + report.outcome());
    if (report.waiting() > 0) {
      story.put("waiting", report.waiting());
    }
    if (report.keptOut() > 0) {
      story.put("keptOut", report.keptOut());
    }
    if (report.heldBack() > 0) {
      story.put("heldBack", report.heldBack());
    }
    return report.suspicious()
        || report.state() == DeliveryState.FAILED
        || report.state() == DeliveryState.REFUSED;
  }

  private Map<String, Object> setAside() {
    Map<String, Object> files = new TreeMap<>();
    for (SetAside aside : partners.setAside()) {
      files.put(
          "partner " + aside.partner(), aside.faults().stream().map(Fault::toString).toList());
    }
    if (!formats.faults().isEmpty()) {
      files.put("formats", formats.faults().stream().map(Fault::toString).toList());
    }
    return files;
  }
}
