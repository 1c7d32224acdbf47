package norrhub.fetch.page;

import java.io.IOException;
import java.util.Optional;

/** One way from a page to the next. */
interface PagingStrategy {

  /** The request of the first page. */
  PageRequest first();

  /** The request after the one that was answered so; empty where that was the last page. */
  Optional<PageRequest> after(PageRequest page, PageAnswer answer) throws IOException;
}
