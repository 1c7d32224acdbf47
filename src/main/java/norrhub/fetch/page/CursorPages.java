package norrhub.fetch.page;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import norrhub.partner.Pages;
import norrhub.partner.RestSource;

/** Each page holds a token with which the next one is asked for; without one it is the last. */
final class CursorPages implements PagingStrategy {
  private final RestSource source;
  private final URI home;
  private final Pages pages;

  CursorPages(RestSource source, URI home, Pages pages) {
    this.source = source;
    this.home = home;
    this.pages = pages;
  }

  /** Nothing is asked for by token before a page has given one. */
  @Override
  public PageRequest first() {
    return pages.parameter().isPresent()
        ? new PageRequest(home, source.post())
        : PageRequests.of(source, home, pages, "");
  }

  @Override
  public Optional<PageRequest> after(PageRequest page, PageAnswer answer) throws IOException {
    JsonPointer place = JsonPointer.compile(pages.cursor().orElseThrow());
    return answer
        .outline()
        .orElseThrow()
        .token(place)
        .map(token -> PageRequests.of(source, home, pages, token));
  }
}
