package norrhub.partner;

import java.nio.file.Path;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.config.Loaded;

/** Sources written as an admin writes them, for tests. */
public final class Sources {
  private static final ConfigFiles FILES = new ConfigFiles(name -> Optional.of("s3cr3t"));

  private Sources() {}

  /** What stands under {@code rest:} in a partner file. */
  public static RestSource rest(String yaml) {
    Loaded<RestSource> loaded = FILES.read(Path.of("rest.yaml"), yaml, RestSource.class);
    return loaded.value().orElseThrow(() -> new AssertionError(loaded.faults().toString()));
  }

  /** What is said of a file that holds this under {@code rest:}, in one line. */
  static String faults(String yaml) {
    return FILES.read(Path.of("rest.yaml"), yaml, RestSource.class).faults().toString();
  }
}
