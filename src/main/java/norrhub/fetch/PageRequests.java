package norrhub.fetch;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import norrhub.partner.Pages;
import norrhub.partner.RestSource;

/** Writes where to go on into a request: into its query, or into the body that is posted. */
final class PageRequests {
  private PageRequests() {}

  /** A token is the partner's text: it is encoded for wherever it goes. */
  static PageRequest of(RestSource source, Pages pages, String value) {
    URI address =
        pages.parameter().map(name -> with(source.url(), name, value)).orElse(source.url());
    String place = "${" + pages.by().name().toLowerCase(Locale.ROOT) + "}";
    Optional<String> body = source.post().map(text -> text.replace(place, escaped(value)));
    return new PageRequest(address, body);
  }

  private static URI with(URI address, String name, String value) {
    String query = address.getRawQuery() == null ? "" : address.getRawQuery() + "&";
    String path = address.toString().replaceFirst("\\?.*", "");
    return URI.create(path + "?" + query + encoded(name) + "=" + encoded(value));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }
}
