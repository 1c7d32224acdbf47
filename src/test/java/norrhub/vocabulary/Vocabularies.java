package norrhub.vocabulary;

import java.nio.file.Path;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.platform.HubDirectories;

/** The vocabulary of a configuration, for tests without a hub. */
public final class Vocabularies {
  private Vocabularies() {}

  /**
   * @param config the folder that holds {@code vocabulary}
   */
  public static VocabularySource of(Path config) {
    return new VocabularySource(folder(config));
  }

  static VocabularyFolder folder(Path config) {
    return new VocabularyFolder(
        new HubDirectories(config, Path.of("routes"), Path.of("data")),
        new ConfigFiles(name -> Optional.empty()));
  }
}
