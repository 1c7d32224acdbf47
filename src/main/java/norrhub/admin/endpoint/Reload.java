package norrhub.admin.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import norrhub.config.Fault;
import norrhub.ingest.Ingest;
import norrhub.mapping.Formats;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import norrhub.partner.SpeaksFor;
import norrhub.platform.Changes;
import norrhub.poll.FeedRouteControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes up the files of partners and formats as they are now, while the hub runs. */
@Component
class Reload {
  private static final Logger log = LoggerFactory.getLogger(Reload.class);

  private final Partners partners;
  private final Formats formats;
  private final FeedRouteControl feeds;
  private final Ingest ingest;
  private final RestartFiles restart;

  Reload(
      Partners partners,
      Formats formats,
      FeedRouteControl feeds,
      Ingest ingest,
      RestartFiles restart) {
    this.partners = partners;
    this.formats = formats;
    this.feeds = feeds;
    this.ingest = ingest;
    this.restart = restart;
  }

  /** One at a time. What has faults stays as it was, and its faults are reported. */
  synchronized Reloaded now() {
    Map<String, String> before = ingest.fingerprints();
    Changes newPartners = partners.reload();
    Changes newFormats = formats.reload(used());
    FeedRouteControl.Followed followed = feeds.follow();
    ingest.reloaded();
    Reloaded reloaded =
        new Reloaded(
            newPartners,
            newFormats,
            followed.changes(),
            again(before, ingest.fingerprints()),
            faults(),
            partners.remarks().stream().map(Fault::toString).toList(),
            followed.failed(),
            restart.changed());
    log.info(
        "configuration reloaded: partners {}, formats {}, feeds {}; {}",
        newPartners.words(),
        newFormats.words(),
        followed.changes().words(),
        reloaded.faults().isEmpty() ? "no faults" : "not taken up: " + reloaded.faults());
    return reloaded;
  }

  private Set<String> used() {
    return feeds().stream().map(Feed::format).collect(Collectors.toSet());
  }

  /** The feeds whose last delivery becomes something else now. */
  private List<String> again(Map<String, String> before, Map<String, String> now) {
    return feeds().stream()
        .filter(feed -> feed.speaksFor() != SpeaksFor.CHANGES)
        .map(Feed::id)
        .filter(id -> before.containsKey(id) && now.containsKey(id))
        .filter(id -> !String.valueOf(before.get(id)).equals(now.get(id)))
        .sorted()
        .toList();
  }

  private List<Feed> feeds() {
    return partners.all().stream().map(Partner::feeds).flatMap(List::stream).toList();
  }

  private List<String> faults() {
    List<String> faults = new ArrayList<>();
    partners.setAside().forEach(aside -> aside.faults().forEach(f -> faults.add(f.toString())));
    formats.faults().forEach(fault -> faults.add(fault.toString()));
    return faults;
  }
}
