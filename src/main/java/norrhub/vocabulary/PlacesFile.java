package norrhub.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norrhub.config.Doc;
import norrhub.config.Matches;

/** {@code places.yaml}. */
record PlacesFile(
    List<County> counties,
    List<MunicipalityEntry> municipalities,
    @Doc("What is written where a place belongs and is none") List<String> noPlace) {

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
      @Doc("SCB's two digits") @Matches(value = "\\d{2}", wants = "two digits in quotes")
          String code,
      @Doc("ISO 3166-2, such as SE-BD") String iso,
      String name,
      @Doc("Besides its name and codes") List<String> names) {
    Stream<String> known() {
      return Stream.concat(Stream.of(code, iso, name), names.stream());
    }
  }

  record MunicipalityEntry(
      @Doc("SCB's four digits") @Matches(value = "\\d{4}", wants = "four digits in quotes")
          String code,
      String name,
      @Doc("Besides its name") List<String> names,
      @Doc("Towns and villages; they become the vacancy's city") List<String> localities,
      @Doc("Mines, plants, hospitals; they give the municipality only") List<String> sites) {
    Stream<String> known() {
      return Stream.of(Stream.of(name), names.stream(), localities.stream(), sites.stream())
          .flatMap(own -> own);
    }
  }
}
