package norrhub.board.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a broker leaves behind that could not write for want of room, and no broker can read. */
final class BrokerLeftovers {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerLeftovers.class);

  private BrokerLeftovers() {}

  /** Removes paging files that hold nothing: they were made and never written. */
  static void remove(Path broker) throws IOException {
    Path paging = broker.resolve("paging");
    if (!Files.isDirectory(paging)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(paging)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      if (Files.size(file) == 0) {
        LOG.warn("{} is empty, left by a broker without room, and is removed", file);
        Files.delete(file);
      }
    }
  }
}
