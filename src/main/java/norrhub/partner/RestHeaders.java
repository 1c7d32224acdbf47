package norrhub.partner;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which headers a partner file may set. */
final class RestHeaders {
  static final String NAME = "[A-Za-z0-9-]+";

  /** What carries a secret, and what only the one who makes the request knows. */
  private static final Set<String> NOT_FIXED =
      Set.of(
          "authorization",
          "proxy-authorization",
          "cookie",
          "host",
          "content-length",
          "transfer-encoding",
          "connection",
          "accept-encoding",
          "if-none-match",
          "if-modified-since");

  private RestHeaders() {}

  static void check(Map<String, String> headers, Optional<String> ofKey) {
    headers.forEach(
        (name, value) -> {
          String plain = name.toLowerCase(Locale.ROOT);
          if (!name.matches(NAME) || plain.startsWith("camel")) {
            throw new IllegalArgumentException(
                "`" + name + "` under `headers` is no header's name");
          }
          if (NOT_FIXED.contains(plain) || ofKey.filter(name::equalsIgnoreCase).isPresent()) {
            throw new IllegalArgumentException(
                "`"
                    + name
                    + "` cannot stand under `headers`; a secret goes into `header` and `key`");
          }
          if (value.isBlank() || value.chars().anyMatch(sign -> sign < ' ' || sign == 0x7F)) {
            throw new IllegalArgumentException("the value of `" + name + "` is no header's text");
          }
        });
  }
}
