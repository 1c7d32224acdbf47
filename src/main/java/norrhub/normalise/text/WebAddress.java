package norrhub.normalise.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * Addresses of web pages, fit to be published: http or https, a host that everybody can reach, no
 * user name or password, not longer than boards take.
 */
public final class WebAddress {
  private static final int LONGEST = 2048;
  private static final Pattern BEGINS = Pattern.compile("(?i)https?://[^/?#\\\\@]+(?:[/?#].*)?");

  /** Neither part of an address (RFC 3986) nor the percent sign of an escape. */
  private static final Pattern UNFIT =
      Pattern.compile("(?:[^A-Za-z0-9._~:/?#@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2}))+");

  private WebAddress() {}

  /** As written, with spaces and letters beyond ASCII percent-encoded; empty when unfit. */
  public static Optional<String> read(String written) {
    String whole =
        written.toLowerCase(Locale.ROOT).startsWith("www.") ? "https://" + written : written;
    return Optional.of(whole)
        .filter(address -> BEGINS.matcher(address).matches())
        .map(WebAddress::encoded)
        .filter(address -> address.length() <= LONGEST)
        .filter(WebAddress::hasHost);
  }

  private static String encoded(String address) {
    return UNFIT.matcher(address).replaceAll(found -> UriUtils.encode(found.group(), UTF_8));
  }

  private static boolean hasHost(String address) {
    try {
      URI uri = new URI(address);
      return uri.getUserInfo() == null && uri.getHost() != null && PublicHost.is(uri.getHost());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
