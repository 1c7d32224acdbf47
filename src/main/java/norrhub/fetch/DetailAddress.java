package norrhub.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.partner.DetailRequests;
import norrhub.partner.RestSource;
import org.springframework.web.util.UriUtils;

/**
 * Where the detail of a list's record is asked for.
 *
 * <p>The record's values are the partner's text. They become steps of a path or values of a query
 * and nothing else: no other host, no way up, no further parameter.
 */
public final class DetailAddress {
  private static final Pattern FIELD = Pattern.compile(DetailRequests.FIELD);

  /** What may not stand in a path as it is: neither a slash nor an escape. */
  private static final Pattern IN_PATH = Pattern.compile("(?:[^/%]|%(?![0-9A-Fa-f]{2}))+");

  private static final int LONGEST_VALUE = 1000;

  private final URI server;
  private final String template;

  /**
   * @param requests those of the source
   */
  public DetailAddress(RestSource source, DetailRequests requests) {
    this.server = source.url();
    this.template = requests.address();
  }

  /** Empty where the record lacks a value, or has one that could not go into an address. */
  public Optional<URI> of(JsonNode record) {
    Matcher field = FIELD.matcher(template);
    StringBuilder address = new StringBuilder();
    while (field.find()) {
      boolean path = !field.group(1).isEmpty();
      JsonNode node = record.at("/" + field.group(2));
      String value = node.isNull() ? "" : node.asText().strip();
      Optional<String> written = path ? path(value) : step(value);
      if (written.isEmpty()) {
        return Optional.empty();
      }
      field.appendReplacement(address, Matcher.quoteReplacement(written.get()));
    }
    field.appendTail(address);
    return Optional.of(
        URI.create("%s://%s%s".formatted(server.getScheme(), server.getRawAuthority(), address)));
  }

  /** The names of the fields that the address is made of, for people. */
  public String fields() {
    return String.join(
        ", ", FIELD.matcher(template).results().map(field -> field.group(2)).toList());
  }

  /** All signs but letters, digits and {@code -._~} are encoded. */
  private static Optional<String> step(String value) {
    return isGood(value) ? Optional.of(encoded(value)) : Optional.empty();
  }

  /** Slashes, and what is encoded already, stay as they are. */
  private static Optional<String> path(String value) {
    String steps = value.startsWith("/") ? value.substring(1) : value;
    if (value.indexOf('\\') >= 0
        || !Arrays.stream(steps.split("/", -1)).allMatch(DetailAddress::isGood)) {
      return Optional.empty();
    }
    return Optional.of(IN_PATH.matcher(value).replaceAll(found -> encoded(found.group())));
  }

  private static boolean isGood(String value) {
    return !value.isBlank() && value.length() <= LONGEST_VALUE && PathSteps.stayBelow(value);
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
