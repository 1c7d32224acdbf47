package norrhub.route;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import norrhub.delivery.ArchivedPart;
import norrhub.delivery.Validators;
import norrhub.fetch.Paging;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.RestSource;

/** One poll of a REST feed while it goes from page to page. */
public final class RestPoll {
  /** How the poll stands. */
  enum Step {
    ASK,
    COMPLETE,
    UNCHANGED,
    PAUSED
  }

  private final Partner partner;
  private final Feed feed;
  private final Instant started;
  private final Validators before;
  private final Paging paging;
  private final List<ArchivedPart> pages = new ArrayList<>();
  private Validators validators = Validators.NONE;
  private Step step = Step.ASK;

  RestPoll(Partner partner, Feed feed, Validators before, Instant started) {
    this.partner = partner;
    this.feed = feed;
    this.before = before;
    this.started = started;
    this.paging = new Paging(source());
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

  Instant started() {
    return started;
  }

  Paging paging() {
    return paging;
  }

  /** What the server gave last time; for the first page only. */
  Validators before() {
    return paging.page() == 1 ? before : Validators.NONE;
  }

  /** Adds a page that is good. */
  void add(ArchivedPart page, Validators given) {
    pages.add(page);
    validators = given;
  }

  /** The paging has looked for a page after that one. */
  void turned() {
    step = paging.isOver() ? Step.COMPLETE : Step.ASK;
  }

  void end(Step how) {
    step = how;
  }

  Step step() {
    return step;
  }

  List<ArchivedPart> pages() {
    return pages;
  }

  long bytes() {
    return pages.stream().mapToLong(ArchivedPart::size).sum();
  }

  /**
   * What to ask with next time: nothing where there are several pages, for a first page that is as
   * before says nothing of the others.
   */
  Validators validators() {
    return pages.size() == 1 ? validators : Validators.NONE;
  }

  /** The address for people: its query may hold what is not for their eyes. */
  String name() {
    URI url = source().url();
    return "%s://%s%s".formatted(url.getScheme(), url.getRawAuthority(), url.getRawPath());
  }
}
