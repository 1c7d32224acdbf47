package norrhub.vocabulary;

import com.dynatrace.hash4j.hashing.Hashing;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norrhub.config.ConfigCheck;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.config.LoadResult;
import norrhub.platform.HubDirectories;
import org.springframework.stereotype.Component;

/** The folder {@code config/vocabulary}. */
@Component
final class VocabularyFolder implements ConfigCheck {
  private static final String PLACES = "places.yaml";
  private static final String COUNTRIES = "countries.yaml";
  private static final String TERMS = "terms.yaml";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ConfigFiles files;
  private final Path folder;

  VocabularyFolder(HubDirectories home, ConfigFiles files) {
    this.files = files;
    this.folder = home.config().resolve("vocabulary");
  }

  /** The files as they are now: a vocabulary, or else all of their faults. */
  Content read() {
    LoadResult<PlacesFile> places = load(PLACES, PlacesFile.class);
    LoadResult<CountriesFile> countries = load(COUNTRIES, CountriesFile.class);
    LoadResult<TermsFile> terms = load(TERMS, TermsFile.class);
    List<Fault> faults =
        Stream.of(places.faults(), countries.faults(), terms.faults(), TwoMeanings.in(terms))
            .flatMap(List::stream)
            .toList();
    return faults.isEmpty()
        ? new Content(
            Optional.of(
                vocabulary(
                    places.value().orElseThrow(),
                    countries.value().orElseThrow(),
                    terms.value().orElseThrow())),
            faults)
        : new Content(Optional.empty(), faults);
  }

  @Override
  public List<Fault> check() {
    return read().faults();
  }

  private static Vocabulary vocabulary(
      PlacesFile places, CountriesFile countries, TermsFile terms) {
    return new Vocabulary(
        new Places(places),
        new Terms(terms),
        new Countries(countries),
        Map.of(
            PLACES, fingerprint(places),
            COUNTRIES, fingerprint(countries),
            TERMS, fingerprint(terms)));
  }

  private static String fingerprint(Object content) {
    try {
      byte[] written = JSON.writeValueAsBytes(content);
      return "%016x".formatted(Hashing.xxh3_64().hashBytesToLong(written));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of texts becomes JSON", e);
    }
  }

  private <T> LoadResult<T> load(String name, Class<T> type) {
    return files.read(folder.resolve(name), type);
  }

  /**
   * What the folder held.
   *
   * @param vocabulary empty where there are faults
   */
  record Content(Optional<Vocabulary> vocabulary, List<Fault> faults) {}
}
