package norrhub.fetch.page;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norrhub.partner.Pages;
import norrhub.partner.RestSource;

/**
 * The way through the pages of one poll: never in a circle, never without end, and not past the
 * page that says that all has come.
 */
public final class Paging {
  private final RestSource source;
  private final PagingStrategy turn;
  private final PageCount count;
  private final Set<PageRequest> asked = new HashSet<>();
  private final Map<String, Integer> contents = new HashMap<>();
  private PageRequest current;
  private boolean over;

  /**
   * @param home where it begins, see {@link FirstAddress}
   */
  public Paging(RestSource source, URI home) {
    this.source = source;
    this.turn = turn(source, home);
    this.count = new PageCount(source);
    this.current = turn.first();
    asked.add(current);
  }

  /** The page that is asked for, or was asked for last. */
  public PageRequest current() {
    return current;
  }

  /** Counted from 1. */
  public int page() {
    return asked.size();
  }

  /** Whether there is no page after the current one. */
  public boolean isOver() {
    return over;
  }

  /** Whether a page's body has to be read to find what comes after it, and how much there is. */
  public boolean readsBodies() {
    return source.next().isPresent() || source.pages().isPresent() || source.list().isPresent();
  }

  /** Looks at the current page before anything of it counts; fails where it is no good. */
  public void look(PageAnswer answer) throws IOException {
    Integer before = contents.putIfAbsent(answer.sha256(), page());
    if (before != null) {
      throw new IOException(
          "it holds the same as page " + before + ": the server does not turn it");
    }
    if (answer.outline().isPresent()) {
      count.add(answer.outline().get());
    }
  }

  /** Goes to the page after the current one, or finds that there is none. */
  public void turn(PageAnswer answer) throws IOException {
    Optional<PageRequest> next = count.isMet() ? Optional.empty() : turn.after(current, answer);
    over = next.isEmpty();
    if (over) {
      return;
    }
    String address = next.get().address().toString();
    if (asked.size() >= source.pagesAtMost()) {
      over = true;
      throw new RefusedLink(
          address, "the feed has more than %d pages".formatted(source.pagesAtMost()));
    }
    if (!asked.add(next.get())) {
      over = true;
      throw new RefusedLink(address, "that page was read before: the feed goes in a circle");
    }
    current = next.get();
  }

  /** Why less came than the server declared, where that is so. */
  public Optional<String> shortfall() {
    return count.shortfall();
  }

  private static PagingStrategy turn(RestSource source, URI home) {
    if (source.pages().isEmpty()) {
      return new LinkedPages(source, home);
    }
    Pages pages = source.pages().get();
    return pages.by() == Pages.By.CURSOR
        ? new CursorPages(source, home, pages)
        : new CountedPages(source, home, pages);
  }
}
