package norrhub.vocabulary;

import java.util.List;
import norrhub.config.Doc;
import norrhub.config.Matches;

/** {@code countries.yaml}. */
record CountriesFile(List<Country> countries) {
  record Country(
      @Doc("ISO 3166-1") @Matches(value = "[A-Z]{2}", wants = "two capital letters") String code,
      @Doc("Besides those that Java knows") List<String> names) {}
}
