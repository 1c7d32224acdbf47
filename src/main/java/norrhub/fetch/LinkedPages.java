package norrhub.fetch;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.util.Optional;
import norrhub.partner.RestSource;

/**
 * Each page links to the next, in its body or in its Link header; without a link it is the last.
 */
final class LinkedPages implements PageTurn {
  private final RestSource source;

  LinkedPages(RestSource source) {
    this.source = source;
  }

  @Override
  public PageRequest first() {
    return new PageRequest(source.url(), source.post());
  }

  @Override
  public Optional<PageRequest> after(PageRequest page, PageAnswer answer) throws IOException {
    Optional<String> link = link(answer);
    return link.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PageRequest(
                NextLink.follow(source.url(), page.address(), link.get()), source.post()));
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
