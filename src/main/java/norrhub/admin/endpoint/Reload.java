package norrhub.admin.endpoint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.board.BoardFiles;
import norrhub.config.Fault;
import norrhub.ingest.Ingest;
import norrhub.mapping.Formats;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import norrhub.partner.SpeaksFor;
import norrhub.platform.Changes;
import norrhub.poll.FeedRouteControl;
import norrhub.poll.RouteReload;
import norrhub.vocabulary.VocabularySource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes up the files of the configuration and the routes as they are now, while the hub runs. */
@Component
class Reload {
  private static final Logger log = LoggerFactory.getLogger(Reload.class);

  private final Partners partners;
  private final Formats formats;
  private final BoardFiles boards;
  private final VocabularySource vocabulary;
  private final RouteReload routes;
  private final FeedRouteControl feeds;
  private final Ingest ingest;
  private final RestartSettings restart;
  private final RejectedFiles rejected;

  Reload(
      Partners partners,
      Formats formats,
      BoardFiles boards,
      VocabularySource vocabulary,
      RouteReload routes,
      FeedRouteControl feeds,
      Ingest ingest,
      RestartSettings restart,
      RejectedFiles rejected) {
    this.partners = partners;
    this.formats = formats;
    this.boards = boards;
    this.vocabulary = vocabulary;
    this.routes = routes;
    this.feeds = feeds;
    this.ingest = ingest;
    this.restart = restart;
    this.rejected = rejected;
  }

  /** One at a time. What has faults stays as it was, and its faults are reported. */
  synchronized Reloaded now() {
    Map<String, String> before = ingest.fingerprints();
    Changes newWords = vocabulary.reload();
    Changes newBoards = boards.reload();
    Changes newPartners = partners.reload();
    Changes newFormats = formats.reload(used());
    // A feed may need a template that is new, and templates may go with the feeds that used them.
    RouteReload.Outcome newRoutes = routes.reload();
    FeedRouteControl.Followed followed = feeds.follow();
    ingest.reloaded();
    Reloaded reloaded =
        new Reloaded(
            newPartners,
            newFormats,
            newBoards,
            newWords,
            newRoutes.files(),
            followed.changes(),
            again(before, ingest.fingerprints()),
            rejected.all(),
            partners.remarks().stream().map(Fault::toString).toList(),
            followed.failed(),
            Stream.concat(newRoutes.restart().stream(), restart.changed().stream()).toList());
    log.info(
        "configuration reloaded: partners {}, formats {}, boards {}, vocabulary {}, routes {},"
            + " feeds {}; {}",
        newPartners.words(),
        newFormats.words(),
        newBoards.words(),
        newWords.words(),
        newRoutes.files().words(),
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
}
