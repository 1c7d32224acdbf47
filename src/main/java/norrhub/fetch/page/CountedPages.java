package norrhub.fetch.page;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import norrhub.partner.Pages;
import norrhub.partner.RestSource;

/**
 * We count, and ask for the page or for the record that comes next.
 *
 * <p>The offset grows by as many records as came, not by as many as were asked for: a server may
 * give fewer at once than it is asked for, and none is to be skipped.
 */
final class CountedPages implements PagingStrategy {
  private final RestSource source;
  private final URI home;
  private final Pages pages;
  private final JsonPointer list;
  private long reached;

  CountedPages(RestSource source, URI home, Pages pages) {
    this.source = source;
    this.home = home;
    this.pages = pages;
    this.list = JsonPointer.compile(source.list().orElseThrow());
    this.reached = pages.by() == Pages.By.PAGE ? pages.first() : 0;
  }

  @Override
  public PageRequest first() {
    return PageRequests.of(source, home, pages, Long.toString(reached));
  }

  @Override
  public Optional<PageRequest> after(PageRequest page, PageAnswer answer) throws IOException {
    int records = answer.outline().orElseThrow().records(list);
    if (records == 0) {
      return Optional.empty();
    }
    reached += pages.by() == Pages.By.PAGE ? 1 : records;
    return Optional.of(first());
  }
}
