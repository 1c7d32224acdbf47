package norrhub.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import norrhub.vacancy.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

class VocabularyTest {
  private static final Path NORTH = Path.of("../shared/data/geo/municipalities_north_44.csv");
  private static final Path CONFIG = Path.of("config");

  private final Places places = Vocabularies.of(CONFIG).now().places();
  private final Countries countries = Vocabularies.of(CONFIG).now().countries();

  @Test
  void theCampaignsFilesHaveNoFaults() {
    assertThat(Vocabularies.folder(CONFIG).check()).isEmpty();
  }

  @Test
  void all44NorthernMunicipalitiesAreKnownByCodeAndName() throws IOException {
    assumeTrue(Files.exists(NORTH), "The reference data of ../shared is not here: " + NORTH);
    for (String line : Files.readAllLines(NORTH).subList(1, 45)) {
      String[] cells = line.split(",");

      assertThat(places.municipality(cells[0]))
          .contains(new KnownPlace(cells[0], Optional.empty()));
      assertThat(places.municipality(cells[1]).map(KnownPlace::municipalityCode))
          .contains(cells[0]);
      assertThat(places.spot(cells[1]).map(KnownPlace::municipalityCode)).contains(cells[0]);
      assertThat(places.spot(cells[10]).map(KnownPlace::municipalityCode)).contains(cells[0]);
      assertThat(places.county(cells[3])).contains(cells[2]);
      assertThat(places.county(cells[5])).contains(cells[2]);
    }
    Set<String> northern =
        places.names().stream()
            .flatMap(name -> places.municipality(name).stream())
            .map(KnownPlace::municipalityCode)
            .filter(code -> code.compareTo("2200") > 0)
            .collect(Collectors.toSet());
    assertThat(northern).hasSize(44);
  }

  @ParameterizedTest
  @CsvSource({
    "SE,SE",
    "se,SE",
    "SWE,SE",
    "Sverige,SE",
    "Sweden,SE",
    "Rootsi,SE",
    "Zviedrija,SE",
    "199,SE",
    "143,SE",
    "Norge,NO",
    "Deutschland,DE",
    "Eesti,EE",
    "Läti,LV",
    "UK,GB"
  })
  void countriesAreKnownByCodeAndName(String written, String code) {
    assertThat(countries.code(written)).contains(code);
  }

  @ParameterizedTest
  @CsvSource({
    "Norrbotten,25",
    "norrbottens län,25",
    "SE-BD,25",
    "25,25",
    "SE332,25",
    "Jamtland,23"
  })
  void countiesAreKnownByCodeAndName(String written, String code) {
    assertThat(places.county(written)).contains(code);
  }

  @Test
  void aBrokenVocabularyStopsTheHubAndTellsEveryFaultWithItsLine(@TempDir Path config)
      throws IOException {
    Path folder = Files.createDirectories(config.resolve("vocabulary"));
    Files.writeString(folder.resolve("countries.yaml"), "countries:\n  - { code: Sverige }\n");
    Files.writeString(folder.resolve("terms.yaml"), "contract:\n  permanet: [tillsvidare]\n");
    Files.writeString(
        folder.resolve("places.yaml"),
        """
        municipalities:
          - { code: "2580", name: Luleå, localities: [Ås] }
          - { code: "2309", name: Krokom, localities: [Ås] }
        """);

    assertThatThrownBy(() -> Vocabularies.of(config))
        .hasMessageContaining("places.yaml:1")
        .hasMessageContaining("`Ås` stands under Luleå and under Krokom")
        .hasMessageContaining("countries.yaml:2")
        .hasMessageContaining("terms.yaml:2");
  }

  @Test
  void aFaultInOneFileLeavesAllAsTheyWereAndARemarkChangesNothing(@TempDir Path config)
      throws IOException {
    FileSystemUtils.copyRecursively(CONFIG.resolve("vocabulary"), config.resolve("vocabulary"));
    VocabularySource source = Vocabularies.of(config);
    Vocabulary before = source.now();
    Path terms = config.resolve("vocabulary/terms.yaml");
    String text = Files.readString(terms);

    Files.writeString(terms, text + "# a remark\n");
    assertThat(source.reload().isEmpty()).isTrue();
    assertThat(source.now().fingerprint()).isEqualTo(before.fingerprint());

    Files.writeString(terms, text.replace("    - säva\n", "    - säva\n    - vikariat\n"));
    Files.writeString(
        config.resolve("vocabulary/countries.yaml"), "countries: []\nambiguous: []\n");
    assertThat(source.reload().isEmpty()).isTrue();
    assertThat(source.faults())
        .singleElement()
        .asString()
        .containsPattern("terms.yaml:\\d+: `vikariat` means fixed-term and substitute: keep one");
    assertThat(source.now().countries().code("Rootsi")).contains("SE");

    Files.writeString(terms, text.replace("    - säva\n", "    - säva\n    - säsongsvikarie\n"));
    assertThat(source.reload().changed()).containsExactly("countries.yaml", "terms.yaml");
    assertThat(source.faults()).isEmpty();
    assertThat(source.now().terms().contract("säsongsvikarie")).contains(Contract.FIXED_TERM);
    assertThat(before.terms().contract("säsongsvikarie")).isEmpty();
  }
}
