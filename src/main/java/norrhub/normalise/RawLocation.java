package norrhub.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.normalise.text.BoundedLines;
import norrhub.vacancy.Location;
import norrhub.vocabulary.KnownPlace;
import norrhub.vocabulary.Places;

/** A place of work as the source wrote it: in parts, or as one text. */
record RawLocation(
    Optional<String> text,
    Optional<String> street,
    Optional<String> postalCode,
    Optional<String> city,
    Optional<String> municipality,
    Optional<String> region,
    Optional<String> country) {
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_CODE = 20;

  /** Words such as "Remote" or "hela länet" stand where a place belongs and are passed over. */
  static RawLocation of(JsonNode node, BoundedLines lines, Places places) {
    UnaryOperator<Optional<String>> named = part -> part.filter(text -> !places.isNoPlace(text));
    JsonNode text = node.isObject() ? node.path("text") : node;
    return new RawLocation(
        named.apply(lines.of(text, "locations", LONGEST_TEXT)),
        lines.of(node.path("street"), "locations.street", LONGEST_NAME),
        lines.of(node.path("postalCode"), "locations.postalCode", LONGEST_CODE),
        named.apply(lines.of(node.path("city"), "locations.city", LONGEST_NAME)),
        named.apply(lines.of(node.path("municipality"), "locations.municipality", LONGEST_NAME)),
        named.apply(lines.of(node.path("region"), "locations.region", LONGEST_NAME)),
        lines.of(node.path("country"), "locations.country", LONGEST_NAME));
  }

  /** The text, or the parts in a row. */
  String raw() {
    return text.orElseGet(
        () ->
            Stream.of(street, postalCode, city, municipality, region, country)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  /** More than a county or a country. */
  boolean namesMore() {
    return Stream.of(text, city, municipality).anyMatch(Optional::isPresent);
  }

  Location at(
      Optional<KnownPlace> spot, Optional<String> regionCode, Optional<String> countryCode) {
    return new Location(
        city.or(() -> spot.flatMap(KnownPlace::city)),
        spot.map(KnownPlace::municipalityCode),
        regionCode,
        countryCode,
        postalCode.map(RawLocation::swedishDigits),
        street,
        raw());
  }

  /** "SE-972 31" and "972 31" are 97231. Codes of other countries stay as they are. */
  private static String swedishDigits(String code) {
    String digits = code.replaceFirst("(?i)^(?:SE|S)[- ]?(?=\\d)", "").replace(" ", "");
    return digits.matches("\\d{5}") ? digits : code;
  }
}
