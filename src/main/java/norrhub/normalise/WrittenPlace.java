package norrhub.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.vacancy.Location;
import norrhub.vocabulary.Places;
import norrhub.vocabulary.Spot;

/** A place of work as the source wrote it: in parts, or as one text. */
record WrittenPlace(
    Optional<String> text,
    Optional<String> street,
    Optional<String> postalCode,
    Optional<String> city,
    Optional<String> municipality,
    Optional<String> region,
    Optional<String> country) {

  /** Words such as "Remote" or "hela länet" stand where a place belongs and are passed over. */
  static WrittenPlace of(JsonNode node, CleanLines lines, Places places) {
    Function<JsonNode, Optional<String>> named =
        part -> lines.of(part).filter(text -> !places.isNoPlace(text));
    return new WrittenPlace(
        named.apply(node.isObject() ? node.path("text") : node),
        lines.of(node.path("street")),
        lines.of(node.path("postalCode")),
        named.apply(node.path("city")),
        named.apply(node.path("municipality")),
        named.apply(node.path("region")),
        lines.of(node.path("country")));
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

  Location at(Optional<Spot> spot, Optional<String> regionCode, Optional<String> countryCode) {
    return new Location(
        city.or(() -> spot.flatMap(Spot::city)),
        spot.map(Spot::municipalityCode),
        regionCode,
        countryCode,
        postalCode.map(WrittenPlace::swedishDigits),
        street,
        raw());
  }

  /** "SE-972 31" and "972 31" are 97231. Codes of other countries stay as they are. */
  private static String swedishDigits(String code) {
    String digits = code.replaceFirst("(?i)^(?:SE|S)[- ]?(?=\\d)", "").replace(" ", "");
    return digits.matches("\\d{5}") ? digits : code;
  }
}
