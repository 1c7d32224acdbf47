package norrhub.admin.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import norrhub.platform.Changes;
import norrhub.platform.HubDirectories;
import org.springframework.stereotype.Component;

/**
 * The files that are read at the start only: boards, vocabulary, routes, the hub's own settings. A
 * reload reports those that have changed and need a restart.
 */
@Component
class RestartFiles {
  private final HubDirectories home;
  private final Map<Path, Long> atStart;

  RestartFiles(HubDirectories home) {
    this.home = home;
    this.atStart = today();
  }

  /** Those that differ from what the hub runs with. */
  List<String> changed() {
    Map<String, Long> before = new TreeMap<>();
    atStart.forEach((file, sum) -> before.put(file.toString(), sum));
    Map<String, Long> now = new TreeMap<>();
    today().forEach((file, sum) -> now.put(file.toString(), sum));
    Changes changes = Changes.between(before, now);
    return Stream.of(changes.added(), changes.changed(), changes.removed())
        .flatMap(List::stream)
        .sorted()
        .toList();
  }

  private Map<Path, Long> today() {
    Map<Path, Long> sums = new TreeMap<>();
    List<Path> files = new ArrayList<>(List.of(home.config().resolve("application.yaml")));
    Stream.of(home.config().resolve("boards"), home.config().resolve("vocabulary"), home.routes())
        .forEach(folder -> files.addAll(in(folder)));
    for (Path file : files) {
      try {
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(file));
        sums.put(file, sum.getValue());
      } catch (IOException e) {
        // A file that is not there has no sum: should it come, it has changed.
      }
    }
    return sums;
  }

  private static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
