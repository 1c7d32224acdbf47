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
import java.util.function.Consumer;
import java.util.stream.Stream;
import norrhub.config.ConfigCheck;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.config.Home;
import norrhub.record.RecordReader;
import norrhub.record.Repair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The formats of config/formats. A folder with faults is set aside; the others stand. */
@Component
public final class Formats implements ConfigCheck {
  private static final Logger log = LoggerFactory.getLogger(Formats.class);
  private final Path folder;
  private final FormatLoader loader;
  private final Map<String, Format> formats = new TreeMap<>();
  private final List<Fault> faults;

  public Formats(
      Home home, ConfigFiles files, List<RecordReader<?>> readers, List<Repair> repairs) {
    this.folder = home.config().resolve("formats");
    this.loader = new FormatLoader(files, readers, repairs);
    this.faults = load(format -> formats.put(format.id(), format));
    faults.forEach(fault -> log.error("Format set aside: {}", fault));
  }

  /** The format of that folder name; empty when there is none, or when it is set aside. */
  public Optional<Format> find(String id) {
    return Optional.ofNullable(formats.get(id));
  }

  public List<Format> all() {
    return List.copyOf(formats.values());
  }

  /** Why folders are set aside, as it was at the start. */
  public List<Fault> faults() {
    return faults;
  }

  @Override
  public List<Fault> check() {
    return load(format -> {});
  }

  private List<Fault> load(Consumer<Format> good) {
    List<Fault> found = new ArrayList<>();
    for (Path format : folders()) {
      try {
        good.accept(loader.load(format));
      } catch (BadFormat e) {
        found.addAll(e.faults());
      }
    }
    return List.copyOf(found);
  }

  private List<Path> folders() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The formats cannot be read", e);
    }
  }
}
