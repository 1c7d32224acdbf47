package norrhub.vocabulary;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import norrhub.config.Matches;

/** {@code countries.yaml}. */
record CountriesFile(
    List<Country> countries,
    @JsonPropertyDescription(
            "Codes and names that are an American state's or a Canadian province's too; in a line of"
                + " text they name no country")
        List<String> ambiguous) {
  record Country(
      @JsonPropertyDescription("ISO 3166-1")
          @Matches(value = "[A-Z]{2}", wants = "two capital letters")
          String code,
      @JsonPropertyDescription("Besides those that Java knows") List<String> names) {}
}
