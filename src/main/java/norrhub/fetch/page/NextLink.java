package norrhub.fetch.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/**
 * A link in a partner's answer, made safe to follow.
 *
 * <p>It is the partner's text, and whoever follows it sends a key along: so it stays on the
 * configured scheme, host and port. Camel 4.18.0 moreover looks up placeholders in addresses
 * (CVE-2026-78164), so nothing that could be one passes.
 */
public final class NextLink {
  private static final int LONGEST = 4000;

  private NextLink() {}

  /**
   * @param home the feed's configured address
   * @param page the page that holds the link, from which a relative one counts
   */
  public static URI follow(URI home, URI page, String link) throws RefusedLink {
    if (link.length() > LONGEST) {
      throw new RefusedLink(link, "it is longer than " + LONGEST + " characters");
    }
    if (link.contains("{{") || link.contains("}}") || link.contains("${")) {
      throw new RefusedLink(link, "it holds a placeholder");
    }
    URI next = resolve(page, parse(link));
    if (next.getRawUserInfo() != null) {
      throw new RefusedLink(link, "it holds a login");
    }
    if (!sameServer(home, next)) {
      throw new RefusedLink(link, "it leads away from " + server(home));
    }
    return next;
  }

  private static URI parse(String link) throws RefusedLink {
    try {
      return new URI(link.strip());
    } catch (URISyntaxException e) {
      throw new RefusedLink(link, "it is no address (" + e.getReason() + ")");
    }
  }

  /** The JDK loses the page's name when a link is a query alone, such as {@code ?page=2}. */
  private static URI resolve(URI page, URI link) {
    boolean queryAlone =
        !link.isAbsolute() && link.getRawAuthority() == null && link.getRawPath().isEmpty();
    return queryAlone && link.getRawQuery() != null
        ? page.resolve(page.getRawPath() + "?" + link.getRawQuery())
        : page.resolve(link);
  }

  private static boolean sameServer(URI home, URI next) {
    return next.getHost() != null && server(home).equals(server(next));
  }

  private static String server(URI address) {
    String scheme = Objects.toString(address.getScheme(), "").toLowerCase(Locale.ROOT);
    String host = Objects.toString(address.getHost(), "").toLowerCase(Locale.ROOT);
    return "%s://%s:%d".formatted(scheme, host, port(address, scheme));
  }

  private static int port(URI address, String scheme) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return scheme.equals("https") ? 443 : 80;
  }
}
