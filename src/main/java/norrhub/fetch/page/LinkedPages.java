package norrhub.fetch.page;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import norrhub.partner.RestSource;

/**
 * Each page links to the next, in its body or in its Link header; without a link it is the last.
 */
final class LinkedPages implements PagingStrategy {
  private final RestSource source;
  private final URI home;

  LinkedPages(RestSource source, URI home) {
    this.source = source;
    this.home = home;
  }

  @Override
  public PageRequest first() {
    return new PageRequest(home, source.post());
  }

  @Override
  public Optional<PageRequest> after(PageRequest page, PageAnswer answer) throws IOException {
    Optional<String> link = link(answer);
    return link.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PageRequest(NextLink.follow(home, page.address(), link.get()), source.post()));
  }

  private Optional<String> link(PageAnswer answer) throws IOException {
    if (source.link()) {
      return LinkHeader.next(answer.linkHeaders());
    }
    return source.next().isPresent()
        ? answer.outline().orElseThrow().link(JsonPointer.compile(source.next().get()))
        : Optional.empty();
  }
}
