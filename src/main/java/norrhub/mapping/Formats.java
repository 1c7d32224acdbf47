package norrhub.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import norrhub.config.Fault;
import norrhub.config.Home;
import norrhub.record.RecordReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The formats of config/formats. A folder with faults is set aside; the others stand. */
@Component
public final class Formats {
  private static final Logger log = LoggerFactory.getLogger(Formats.class);
  private final Map<String, Format> formats = new TreeMap<>();
  private final List<Fault> faults = new ArrayList<>();

  public Formats(Home home, List<RecordReader<?>> readers) {
    FormatLoader loader = new FormatLoader(readers);
    for (Path folder : folders(home.config().resolve("formats"))) {
      try {
        Format format = loader.load(folder);
        formats.put(format.id(), format);
      } catch (BadFormat e) {
        faults.addAll(e.faults());
        e.faults().forEach(fault -> log.error("Format set aside: {}", fault));
      }
    }
  }

  /** The format of that folder name; empty when there is none, or when it is set aside. */
  public Optional<Format> find(String id) {
    return Optional.ofNullable(formats.get(id));
  }

  public List<Format> all() {
    return List.copyOf(formats.values());
  }

  /** Why folders are set aside. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  private static List<Path> folders(Path formats) {
    try (Stream<Path> entries = Files.list(formats)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("No format can be read", e);
    }
  }
}
