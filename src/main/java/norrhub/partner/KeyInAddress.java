package norrhub.partner;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds keys that are written into an address, and so into a file that is no place for secrets. */
final class KeyInAddress {
  private static final Set<String> NAMES =
      Set.of(
          "key",
          "apikey",
          "token",
          "accesstoken",
          "authtoken",
          "apitoken",
          "password",
          "passwd",
          "pwd",
          "secret",
          "clientsecret",
          "signature",
          "sig",
          "auth",
          "accesskey",
          "subscriptionkey",
          "xapikey");

  private KeyInAddress() {}

  /**
   * The name of the first parameter that carries one.
   *
   * @param written as it stands in the file; of a {@code ${NAME}} nothing is known
   */
  static Optional<String> in(String written) {
    int query = written.indexOf('?');
    if (query < 0 || written.startsWith("${")) {
      return Optional.empty();
    }
    return Stream.of(written.substring(query + 1).split("[&;]"))
        .filter(parameter -> parameter.indexOf('=') > 0 && !parameter.endsWith("="))
        .map(parameter -> parameter.substring(0, parameter.indexOf('=')))
        .filter(name -> NAMES.contains(name.toLowerCase(Locale.ROOT).replaceAll("[-_.$]|%5f", "")))
        .findFirst();
  }
}
