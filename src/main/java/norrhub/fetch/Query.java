package norrhub.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** The query of an address. */
public final class Query {
  private Query() {}

  /** The address with one parameter more. */
  public static URI with(URI address, String name, String value) {
    String query = address.getRawQuery() == null ? "" : address.getRawQuery() + "&";
    String path = address.toString().replaceFirst("\\?.*", "");
    return URI.create(path + "?" + query + encoded(name) + "=" + encoded(value));
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
