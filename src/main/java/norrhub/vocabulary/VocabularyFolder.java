package norrhub.vocabulary;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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

  private final ConfigFiles files;
  private final Path folder;

  VocabularyFolder(HubDirectories home, ConfigFiles files) {
    this.files = files;
    this.folder = home.config().resolve("vocabulary");
  }

  PlacesFile places() {
    return read(PLACES, PlacesFile.class);
  }

  CountriesFile countries() {
    return read(COUNTRIES, CountriesFile.class);
  }

  TermsFile terms() {
    return read(TERMS, TermsFile.class);
  }

  @Override
  public List<Fault> check() {
    return Stream.of(
            load(PLACES, PlacesFile.class),
            load(COUNTRIES, CountriesFile.class),
            load(TERMS, TermsFile.class))
        .flatMap(loaded -> loaded.faults().stream())
        .toList();
  }

  /**
   * A hub that no longer knows places or terms would take vacancies off the boards that select by
   * them. So it does not start, and tells every fault of the folder.
   */
  private <T> T read(String name, Class<T> type) {
    return load(name, type)
        .value()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    check().stream()
                        .map(Fault::toString)
                        .collect(Collectors.joining("\n", "The vocabulary has faults:\n", ""))));
  }

  private <T> LoadResult<T> load(String name, Class<T> type) {
    return files.read(folder.resolve(name), type);
  }
}
