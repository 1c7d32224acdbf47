package norrhub.vocabulary;

import java.util.List;
import norrhub.config.Doc;
import norrhub.config.Matches;

/** {@code countries.yaml}. */
record CountriesFile(
    List<Country> countries,
    @Doc(
            "Codes and names that are an American state's or a Canadian province's too; in a line of"
                + " text they name no country")
        List<String> ambiguous) {
  record Country(
      @Doc("ISO 3166-1") @Matches(value = "[A-Z]{2}", wants = "two capital letters") String code,
      @Doc("Besides those that Java knows") List<String> names) {}
}
