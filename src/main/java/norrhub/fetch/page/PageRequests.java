package norrhub.fetch.page;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URI;
import java.util.Optional;
import norrhub.fetch.Query;
import norrhub.partner.Pages;
import norrhub.partner.RestSource;

/** Writes where to go on into a request: into its query, or into the body that is posted. */
final class PageRequests {
  private PageRequests() {}

  /** A token is the partner's text: it is encoded for wherever it goes. */
  static PageRequest of(RestSource source, URI home, Pages pages, String value) {
    URI address = pages.parameter().map(name -> Query.with(home, name, value)).orElse(home);
    Optional<String> body =
        source.post().map(text -> text.replace(pages.placeholder(), escaped(value)));
    return new PageRequest(address, body);
  }

  private static String escaped(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }
}
