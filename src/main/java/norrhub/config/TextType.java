package norrhub.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java type that a file writes as a text.
 *
 * @param format names it in the schema
 * @param pattern what editors check; only {@code parse} knows all
 * @param wants goes after "is not"
 * @param parse throws a RuntimeException for a text that is none
 */
record TextType<T>(
    Class<T> type, String format, String pattern, String wants, Function<String, T> parse) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  static final List<TextType<?>> ALL =
      List.of(
          new TextType<>(
              Duration.class,
              "duration-short",
              "^\\d{1,9}(ms|s|m|h|d)$",
              "a duration: write 90s, 5m or 1h",
              TextType::duration),
          new TextType<>(
              ZoneId.class,
              "time-zone",
              "^[A-Za-z0-9_+/-]+$",
              "a time zone: write Europe/Stockholm",
              ZoneId::of),
          new TextType<>(
              URI.class,
              "address",
              "^[a-z][a-z0-9+.-]*://\\S+$",
              "an address: write https://host/path",
              TextType::address));

  static Optional<TextType<?>> of(Class<?> type) {
    return ALL.stream().filter(known -> known.type.equals(type)).findFirst();
  }

  static Optional<TextType<?>> ofFormat(String format) {
    return ALL.stream().filter(known -> known.format.equals(format)).findFirst();
  }

  /** Says in a schema for editors what the format alone does not tell them. */
  static void explain(ObjectNode rule) {
    ofFormat(rule.path("format").asText())
        .filter(type -> !rule.has("pattern"))
        .ifPresent(type -> rule.put("pattern", type.pattern).put(SchemaRules.WANTS, type.wants));
  }

  boolean takes(String text) {
    try {
      return parse.apply(text) != null;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static Duration duration(String text) {
    Matcher parts = DURATION.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static URI address(String text) {
    URI address = URI.create(text);
    if (address.getScheme() == null || address.getHost() == null) {
      throw new IllegalArgumentException(text);
    }
    return address;
  }
}
