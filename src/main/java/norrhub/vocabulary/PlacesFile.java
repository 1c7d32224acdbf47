package norrhub.vocabulary;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norrhub.config.Matches;

/** {@code places.yaml}. */
record PlacesFile(
    List<County> counties,
    List<MunicipalityEntry> municipalities,
    @JsonPropertyDescription("What is written where a place belongs and is none")
        List<String> noPlace) {

  /**
   * @throws IllegalArgumentException when a name stands under two municipalities: it would belong
   *     to neither
   */
  @SuppressWarnings("ReferenceEquality") // two alike entries are two
  PlacesFile {
    Map<FoldedText, MunicipalityEntry> owners = new HashMap<>();
    for (MunicipalityEntry entry : municipalities) {
      for (String name : entry.known().toList()) {
        MunicipalityEntry owner = owners.putIfAbsent(FoldedText.of(name), entry);
        if (owner != null && owner != entry) {
          throw new IllegalArgumentException(
              "`%s` stands under %s and under %s: a name that fits two belongs to none, take it out"
                  .formatted(name, owner.name(), entry.name()));
        }
      }
    }
  }

  record County(
      @JsonPropertyDescription("SCB's two digits")
          @Matches(value = "\\d{2}", wants = "two digits in quotes")
          String code,
      @JsonPropertyDescription("ISO 3166-2, such as SE-BD") String iso,
      String name,
      @JsonPropertyDescription("Besides its name and codes") List<String> names) {
    Stream<String> known() {
      return Stream.concat(Stream.of(code, iso, name), names.stream());
    }
  }

  record MunicipalityEntry(
      @JsonPropertyDescription("SCB's four digits")
          @Matches(value = "\\d{4}", wants = "four digits in quotes")
          String code,
      String name,
      @JsonPropertyDescription("Besides its name") List<String> names,
      @JsonPropertyDescription("Towns and villages; they become the vacancy's city")
          List<String> localities,
      @JsonPropertyDescription("Mines, plants, hospitals; they give the municipality only")
          List<String> sites) {
    Stream<String> known() {
      return Stream.of(Stream.of(name), names.stream(), localities.stream(), sites.stream())
          .flatMap(own -> own);
    }
  }
}
