package norrhub.admin.endpoint;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import norrhub.delivery.FeedReport;
import norrhub.delivery.FeedReports;
import norrhub.delivery.feed.FeedState;
import norrhub.delivery.feed.FeedStates;
import norrhub.delivery.feed.FolderSeen;
import norrhub.delivery.feed.Folders;
import norrhub.mapping.Formats;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import norrhub.platform.DiskWatch;
import norrhub.poll.FeedPolls;
import org.springframework.stereotype.Component;

/** Puts together what configuration, polls and ledger say of each feed. */
@Component
final class FeedStatuses {
  private final Partners partners;
  private final Formats formats;
  private final FeedStates states;
  private final FeedReports reports;
  private final Folders folders;
  private final FeedPolls polls;
  private final DiskWatch disk;
  private final Clock clock;

  FeedStatuses(
      Partners partners,
      Formats formats,
      FeedStates states,
      FeedReports reports,
      Folders folders,
      FeedPolls polls,
      DiskWatch disk,
      Clock clock) {
    this.partners = partners;
    this.formats = formats;
    this.states = states;
    this.reports = reports;
    this.folders = folders;
    this.polls = polls;
    this.disk = disk;
    this.clock = clock;
  }

  /** Every feed of every partner that is not rejected, in the order of their files. */
  List<FeedStatus> all() {
    Map<String, FeedState> polled =
        states.all().stream().collect(toMap(FeedState::feed, Function.identity()));
    Map<String, FeedReport> delivered =
        reports.all().stream().collect(toMap(FeedReport::feed, Function.identity()));
    Map<String, FolderSeen> listed = folders.all();
    List<FeedStatus> all = new ArrayList<>();
    for (Partner partner : partners.all()) {
      for (Feed feed : partner.feeds()) {
        all.add(
            status(
                partner,
                feed,
                Optional.ofNullable(polled.get(feed.id())),
                Optional.ofNullable(delivered.get(feed.id())),
                Optional.ofNullable(listed.get(feed.id()))));
      }
    }
    return all;
  }

  Optional<FeedStatus> of(String feed) {
    return all().stream().filter(status -> status.feed().equals(feed)).findFirst();
  }

  private FeedStatus status(
      Partner partner,
      Feed feed,
      Optional<FeedState> state,
      Optional<FeedReport> report,
      Optional<FolderSeen> folder) {
    Optional<Instant> next = partner.off().isPresent() ? Optional.empty() : polls.next(feed.id());
    Optional<FeedReport.Last> last = report.flatMap(FeedReport::last);
    Optional<String> rejectedFormat =
        formats.find(feed.format()).isPresent() ? Optional.empty() : Optional.of(feed.format());
    Diagnosis diagnosis =
        Diagnosis.of(partner.off(), rejectedFormat, state, report, clock.instant())
            .unlessHeld(disk.objection());
    return new FeedStatus(
        feed.id(),
        partner.id(),
        feed.transport().word(),
        feed.format(),
        partner.off().isPresent() ? "off" : feed.mode().name().toLowerCase(Locale.ROOT),
        diagnosis.health(),
        diagnosis.since(),
        diagnosis.reason(),
        state.flatMap(FeedState::lastPoll),
        state.flatMap(FeedState::lastSuccess),
        next,
        last.map(
            it -> new FeedStatus.LastDelivery(it.delivery(), it.state(), it.outcome(), it.at())),
        report.map(FeedReport::waiting).orElse(0),
        last.map(FeedReport.Last::keptOut).orElse(0),
        last.map(FeedReport.Last::heldBack).orElse(0),
        folder);
  }
}
