package norrhub.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;

/** The way through the pages of one poll: never in a circle, and never without end. */
public final class Paging {
  private final URI home;
  private final int pagesAtMost;
  private final Set<URI> visited = new LinkedHashSet<>();
  private URI current;

  public Paging(URI home, int pagesAtMost) {
    this.home = home;
    this.pagesAtMost = pagesAtMost;
    this.current = home;
    visited.add(home);
  }

  public URI current() {
    return current;
  }

  /** Counted from 1. */
  public int page() {
    return visited.size();
  }

  /** Goes to the page that the current one links to. */
  public void follow(String link) throws IOException {
    URI next = NextLink.follow(home, current, link);
    if (!visited.add(next)) {
      throw new RefusedLink(link, "that page was read before: the feed goes in a circle");
    }
    if (visited.size() > pagesAtMost) {
      throw new RefusedLink(link, "the feed has more than %d pages".formatted(pagesAtMost));
    }
    current = next;
  }
}
