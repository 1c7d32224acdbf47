package norrhub.normalise;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import norrhub.vocabulary.Countries;
import norrhub.vocabulary.KnownPlace;
import norrhub.vocabulary.Places;
import norrhub.vocabulary.Vocabulary;

/**
 * Finds the places in a line such as "Sunderby sjukhus, Luleå", "Luleå/Boden" or "Skellefteå,
 * Sverige". Words that are no place, such as a street, are passed over.
 */
final class PlaceSearch {
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*[,;/|()]\\s*|\\s+[-–]\\s+|\\s+(?:och|and|samt|eller|or|i|in)\\s+");

  private static final Pattern POSTAL_CODE = Pattern.compile("^(?:SE?-)?\\d{3} ?\\d{2} ");

  private final Places places;
  private final Countries countries;

  PlaceSearch(Vocabulary vocabulary) {
    this.places = vocabulary.places();
    this.countries = vocabulary.countries();
  }

  Places places() {
    return places;
  }

  /**
   * What a line names.
   *
   * @param spots of different municipalities
   * @param county the first that is named
   * @param country the first that is named
   */
  record Found(List<KnownPlace> spots, Optional<String> county, Optional<String> country) {
    static final Found NOTHING = new Found(List.of(), Optional.empty(), Optional.empty());

    static Found of(KnownPlace spot) {
      return new Found(List.of(spot), Optional.empty(), Optional.empty());
    }

    boolean isNothing() {
      return equals(NOTHING);
    }
  }

  Found in(String line) {
    Found whole = in(List.of(line));
    return whole.isNothing() ? in(pieces(line)) : whole;
  }

  Optional<String> country(String written) {
    return countries.code(written);
  }

  private static List<String> pieces(String line) {
    return BETWEEN
        .splitAsStream(line)
        .map(piece -> POSTAL_CODE.matcher(piece).replaceFirst(""))
        .toList();
  }

  private Found in(List<String> pieces) {
    return new Found(
        distinct(pieces.stream().flatMap(piece -> places.spot(piece).stream())),
        first(pieces, places::county),
        first(pieces, this::countryIn));
  }

  /** A name that is a place or county here is not looked for among the countries' codes. */
  private Optional<String> countryIn(String piece) {
    return places.spot(piece).isPresent() || places.county(piece).isPresent()
        ? Optional.empty()
        : countries.codeInText(piece);
  }

  /** One a municipality: a named town before the municipality or site that names it again. */
  private static List<KnownPlace> distinct(Stream<KnownPlace> spots) {
    List<KnownPlace> all = spots.toList();
    return all.stream()
        .map(KnownPlace::municipalityCode)
        .distinct()
        .map(code -> best(all.stream().filter(spot -> spot.municipalityCode().equals(code))))
        .toList();
  }

  private static KnownPlace best(Stream<KnownPlace> sameMunicipality) {
    return sameMunicipality
        .reduce((one, other) -> one.city().isPresent() ? one : other)
        .orElseThrow();
  }

  private static Optional<String> first(
      List<String> pieces, Function<String, Optional<String>> lookUp) {
    return pieces.stream().map(lookUp).flatMap(Optional::stream).findFirst();
  }
}
