package norrhub.fetch.page;

import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.util.Optional;
import norrhub.partner.Pages;
import norrhub.partner.RestSource;

/**
 * How many records came, and how many the server said there are.
 *
 * <p>The largest total counts: Workday declares the right one on its first page, and 0 from there
 * on.
 */
final class PageCount {
  private final Optional<JsonPointer> list;
  private final Optional<JsonPointer> total;
  private final boolean endsWhenMet;
  private long came;
  private Optional<Long> declared = Optional.empty();

  PageCount(RestSource source) {
    this.list = source.list().map(JsonPointer::compile);
    this.total = source.total().map(JsonPointer::compile);
    this.endsWhenMet =
        source.pages().filter(pages -> pages.until() == Pages.Until.TOTAL).isPresent();
  }

  void add(PageSkeleton page) throws IOException {
    came += list.isPresent() ? page.records(list.get()) : 0;
    Optional<Long> said = total.isPresent() ? page.number(total.get()) : Optional.empty();
    if (total.isPresent() && said.isEmpty() && declared.isEmpty()) {
      throw new IOException("it declares no total at " + total.get());
    }
    declared = said.filter(number -> number > declared.orElse(-1L)).or(() -> declared);
  }

  /**
   * Whether the feed's paging ends by this count. A total that is too small is no total: then only
   * an empty page ends it.
   */
  boolean isMet() {
    return endsWhenMet && declared.filter(number -> came == number).isPresent();
  }

  Optional<String> shortfall() {
    return declared
        .filter(number -> came < number)
        .map(number -> "the server declares %d records, and %d came".formatted(number, came));
  }
}
