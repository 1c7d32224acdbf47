package norrhub.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.config.LoadResult;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All stand-ins' files. There is no list of them: a file that lies there is one. */
final class StandInFiles {
  private static final String WHERE = "classpath:norrhub/sandbox/*.yaml";

  private StandInFiles() {}

  static List<StandInFile> all() throws IOException, CannotStart {
    ConfigFiles files = new ConfigFiles(name -> Optional.empty());
    List<StandInFile> all = new ArrayList<>();
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(WHERE)) {
      LoadResult<StandInFile> loaded =
          files.read(
              Path.of(file.getFilename()),
              file.getContentAsString(StandardCharsets.UTF_8),
              StandInFile.class);
      if (!loaded.faults().isEmpty()) {
        throw new CannotStart("A stand-in has a fault: " + loaded.faults().get(0));
      }
      all.add(loaded.value().orElseThrow());
    }
    return all;
  }
}
