package norrhub.vocabulary;

import java.util.List;

/** {@code countries.yaml}. */
record CountriesFile(List<Country> countries) {
  /**
   * More names of a country.
   *
   * @param code ISO 3166-1, two letters
   */
  record Country(String code, List<String> names) {}
}
