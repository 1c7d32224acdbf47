package norrhub.vocabulary;

import java.util.List;
import java.util.stream.Stream;

/**
 * {@code places.yaml}.
 *
 * @param noPlace what is written where a place belongs and is none
 */
record PlacesFile(
    List<County> counties, List<MunicipalityEntry> municipalities, List<String> noPlace) {

  /**
   * A county.
   *
   * @param code SCB's two digits
   * @param iso ISO 3166-2, such as SE-BD
   * @param names besides its name and codes
   */
  record County(String code, String iso, String name, List<String> names) {
    Stream<String> known() {
      return Stream.concat(Stream.of(code, iso, name), names.stream());
    }
  }

  /**
   * A municipality.
   *
   * @param code SCB's four digits
   * @param names besides its name
   * @param localities towns and villages
   * @param sites mines, plants, hospitals
   */
  record MunicipalityEntry(
      String code, String name, List<String> names, List<String> localities, List<String> sites) {}
}
