package norrhub.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.delivery.feed.Validators;
import norrhub.fetch.page.PageRequest;
import norrhub.fetch.page.Paging;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.RestSource;

/** One poll of a REST feed while it goes from page to page, and from detail to detail. */
public final class RestPoll {
  /** How the poll stands. */
  public enum Step {
    ASK,
    /** Every page came, or those before the one at which it broke off. */
    ENDED,
    UNCHANGED,
    /** The server asks for a pause, and gave nothing yet. */
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
  private Optional<DetailQueue> details = Optional.empty();
  private long detailBytes;
  private String token = "";
  private boolean renewed;
  private Duration waited = Duration.ZERO;

  public RestPoll(Partner partner, Feed feed, Validators before, URI home, Instant started) {
    this.partner = partner;
    this.feed = feed;
    this.before = before;
    this.home = home;
    this.started = started;
    this.paging = new Paging(source(), home);
  }

  /** Has it end after its first page. */
  public RestPoll onTrial() {
    trial = true;
    return this;
  }

  public boolean isTrial() {
    return trial;
  }

  public Partner partner() {
    return partner;
  }

  public Feed feed() {
    return feed;
  }

  public RestSource source() {
    return feed.rest().orElseThrow();
  }

  /**
   * When its answers must have come: what it waited for its turn between pages is not its fault.
   */
  public Instant deadline(Duration longest) {
    return started.plus(longest).plus(waited);
  }

  /** Waits for its turn. */
  public void waits(Duration pause) {
    if (details.isEmpty()) {
      waited = waited.plus(pause);
    }
  }

  /** Where it begins. */
  public URI home() {
    return home;
  }

  public Instant started() {
    return started;
  }

  public Paging paging() {
    return paging;
  }

  /** What is asked for now: a page, or a detail once all pages are there. */
  public PageRequest request() {
    return details
        .flatMap(DetailQueue::next)
        .map(detail -> new PageRequest(detail.address(), Optional.empty()))
        .orElse(paging.current());
  }

  /**
   * What the server gave last time; for the first page only. A list that is as before may all the
   * same have details that are to be asked for.
   */
  public Validators before() {
    return paging.page() == 1 && source().details().isEmpty() ? before : Validators.NONE;
  }

  /** Adds a page that is good. */
  public void add(ArchivedPart page, Validators given) {
    pages.add(page);
    validators = given;
  }

  /** The paging has looked for a page after that one. */
  public void turned() {
    step = trial || paging.isOver() ? Step.ENDED : Step.ASK;
  }

  /** Goes on with the details, if there is something left to ask. */
  public void ask(DetailQueue round) {
    details = Optional.of(round);
    step = round.next().isPresent() ? Step.ASK : Step.ENDED;
  }

  public Optional<DetailQueue> details() {
    return details;
  }

  /** A detail has come. */
  public void add(long bytes) {
    detailBytes += bytes;
  }

  public void unchanged() {
    step = Step.UNCHANGED;
  }

  public void skip() {
    step = Step.SKIPPED;
  }

  /** The server asks for a pause: the poll ends with what came before. */
  public void pause(String reason) {
    if (pages.isEmpty()) {
      step = Step.PAUSED;
    } else {
      breakOff(reason);
    }
  }

  /** Ends the poll at the page it had come to; those before are good. */
  public void breakOff(String reason) {
    int page = paging.page();
    brokenOff = Optional.of(page == 1 ? reason : "page %d: %s".formatted(page, reason));
    step = Step.ENDED;
  }

  public Step step() {
    return step;
  }

  /** The access token that the last request carried. */
  public void shown(String accessToken) {
    token = accessToken;
  }

  /**
   * The token that the server has just refused, to be replaced by a new one; empty where there is
   * none, or where a new one was refused before.
   */
  public Optional<String> refusedToken() {
    Optional<String> refused = Optional.of(token).filter(shown -> !shown.isEmpty() && !renewed);
    renewed = true;
    return refused;
  }

  public List<ArchivedPart> pages() {
    return pages;
  }

  public long bytes() {
    return detailBytes + pages.stream().mapToLong(ArchivedPart::size).sum();
  }

  /** Why the poll ended before its last page, where it did. */
  public Optional<String> brokenOff() {
    return brokenOff;
  }

  /** Why not all came that the server has, where that is so. */
  public Optional<String> incompleteBecause() {
    return brokenOff.or(paging::shortfall);
  }

  /**
   * What to ask with next time: nothing where there are several pages, for a first page that is as
   * before says nothing of the others, and nothing where something is missing.
   */
  public Validators validators() {
    return pages.size() == 1 && incompleteBecause().isEmpty() ? validators : Validators.NONE;
  }

  /** The address for people: its query may hold what is not for their eyes. */
  public String name() {
    URI url = source().url();
    return "%s://%s%s".formatted(url.getScheme(), url.getRawAuthority(), url.getRawPath());
  }
}
