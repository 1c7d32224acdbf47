package norrhub.route;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.delivery.ArchivedPart;
import norrhub.delivery.Validators;
import norrhub.fetch.PageRequest;
import norrhub.fetch.Paging;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.RestSource;

/** One poll of a REST feed while it goes from page to page, and from detail to detail. */
public final class RestPoll {
  /** How the poll stands. */
  enum Step {
    ASK,
    /** Every page came, or those before the one at which it broke off. */
    ENDED,
    UNCHANGED,
    /** The server wants to be left alone, and gave nothing yet. */
    PAUSED,
    /** There is nothing to ask this time. */
    SKIPPED
  }

  private final Partner partner;
  private final Feed feed;
  private final Instant started;
  private final Validators before;
  private final URI home;
  private final Paging paging;
  private final List<ArchivedPart> pages = new ArrayList<>();
  private Validators validators = Validators.NONE;
  private Optional<String> brokenOff = Optional.empty();
  private Step step = Step.ASK;
  private boolean trial;
  private Optional<DetailRound> details = Optional.empty();
  private long detailBytes;
  private String token = "";
  private boolean renewed;
  private Duration waited = Duration.ZERO;

  RestPoll(Partner partner, Feed feed, Validators before, URI home, Instant started) {
    this.partner = partner;
    this.feed = feed;
    this.before = before;
    this.home = home;
    this.started = started;
    this.paging = new Paging(source(), home);
  }

  /** Has it end after its first page. */
  RestPoll onTrial() {
    trial = true;
    return this;
  }

  boolean isTrial() {
    return trial;
  }

  Partner partner() {
    return partner;
  }

  Feed feed() {
    return feed;
  }

  RestSource source() {
    return feed.rest().orElseThrow();
  }

  /**
   * When its answers must have come: what it waited for its turn between pages is not its fault.
   */
  Instant deadline(Duration longest) {
    return started.plus(longest).plus(waited);
  }

  /** Waits for its turn. */
  void waits(Duration pause) {
    if (details.isEmpty()) {
      waited = waited.plus(pause);
    }
  }

  /** Where it begins. */
  URI home() {
    return home;
  }

  Instant started() {
    return started;
  }

  Paging paging() {
    return paging;
  }

  /** What is asked for now: a page, or a detail once all pages are there. */
  PageRequest request() {
    return details
        .flatMap(DetailRound::next)
        .map(detail -> new PageRequest(detail.address(), Optional.empty()))
        .orElse(paging.current());
  }

  /**
   * What the server gave last time; for the first page only. A list that is as before may all the
   * same have details that are to be asked for.
   */
  Validators before() {
    return paging.page() == 1 && source().details().isEmpty() ? before : Validators.NONE;
  }

  /** Adds a page that is good. */
  void add(ArchivedPart page, Validators given) {
    pages.add(page);
    validators = given;
  }

  /** The paging has looked for a page after that one. */
  void turned() {
    step = trial || paging.isOver() ? Step.ENDED : Step.ASK;
  }

  /** Goes on with the details, if there is something left to ask. */
  void ask(DetailRound round) {
    details = Optional.of(round);
    step = round.next().isPresent() ? Step.ASK : Step.ENDED;
  }

  Optional<DetailRound> details() {
    return details;
  }

  /** A detail has come. */
  void add(long bytes) {
    detailBytes += bytes;
  }

  void unchanged() {
    step = Step.UNCHANGED;
  }

  void skip() {
    step = Step.SKIPPED;
  }

  /** The server wants to be left alone: the poll ends with what came before. */
  void pause(String reason) {
    if (pages.isEmpty()) {
      step = Step.PAUSED;
    } else {
      breakOff(reason);
    }
  }

  /** Ends the poll at the page it had come to; those before are good. */
  void breakOff(String reason) {
    int page = paging.page();
    brokenOff = Optional.of(page == 1 ? reason : "page %d: %s".formatted(page, reason));
    step = Step.ENDED;
  }

  Step step() {
    return step;
  }

  /** The access token that the last request carried. */
  void shown(String accessToken) {
    token = accessToken;
  }

  /**
   * The token that the server has just refused, to be replaced by a new one; empty where there is
   * none, or where a new one was refused before.
   */
  Optional<String> refusedToken() {
    Optional<String> refused = Optional.of(token).filter(shown -> !shown.isEmpty() && !renewed);
    renewed = true;
    return refused;
  }

  List<ArchivedPart> pages() {
    return pages;
  }

  long bytes() {
    return detailBytes + pages.stream().mapToLong(ArchivedPart::size).sum();
  }

  /** Why the poll ended before its last page, where it did. */
  Optional<String> brokenOff() {
    return brokenOff;
  }

  /** Why not all came that the server has, where that is so. */
  Optional<String> incompleteBecause() {
    return brokenOff.or(paging::shortfall);
  }

  /**
   * What to ask with next time: nothing where there are several pages, for a first page that is as
   * before says nothing of the others, and nothing where something is missing.
   */
  Validators validators() {
    return pages.size() == 1 && incompleteBecause().isEmpty() ? validators : Validators.NONE;
  }

  /** The address for people: its query may hold what is not for their eyes. */
  String name() {
    URI url = source().url();
    return "%s://%s%s".formatted(url.getScheme(), url.getRawAuthority(), url.getRawPath());
  }
}
