package norrhub.normalise.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses of web pages, fit to be published: http or https, a host that everybody can reach, no
 * user name or password, not longer than boards take.
 */
public final class WebAddress {
  private static final int LONGEST = 2048;
  private static final Pattern BEGINS = Pattern.compile("(?i)https?://[^/?#\\\\@]+(?:[/?#].*)?");

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
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < address.length(); ) {
      int codePoint = address.codePointAt(i);
      int length = Character.charCount(codePoint);
      if (isPlain(codePoint) || codePoint == '%' && isEscape(address, i)) {
        encoded.appendCodePoint(codePoint);
      } else {
        for (byte octet : address.substring(i, i + length).getBytes(UTF_8)) {
          encoded.append('%').append(String.format("%02X", octet));
        }
      }
      i += length;
    }
    return encoded.toString();
  }

  private static boolean isPlain(int codePoint) {
    return codePoint < 128
        && (Character.isLetterOrDigit(codePoint) || "-._~:/?#@!$&'()*+,;=".indexOf(codePoint) >= 0);
  }

  private static boolean isEscape(String address, int at) {
    return at + 2 < address.length()
        && Character.digit(address.charAt(at + 1), 16) >= 0
        && Character.digit(address.charAt(at + 2), 16) >= 0;
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
