package norrhub.mapping;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import norrhub.config.ConfigCheck;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.platform.Changes;
import norrhub.platform.HubDirectories;
import norrhub.record.RecordReader;
import norrhub.record.repair.Repair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The formats of config/formats, as their folders were when they were last read. A folder with
 * faults is rejected; the others stand.
 */
@Component
public final class Formats implements ConfigCheck {
  private static final Logger log = LoggerFactory.getLogger(Formats.class);
  private final Path folder;
  private final FormatLoader loader;
  private volatile InForce now;

  public Formats(
      HubDirectories home, ConfigFiles files, List<RecordReader<?>> readers, List<Repair> repairs) {
    this.folder = home.config().resolve("formats");
    this.loader = new FormatLoader(files, readers, repairs);
    this.now = load();
    tell();
  }

  /**
   * Reads the folders again. One with faults leaves its format as it was, and so does one that is
   * gone while feeds still use it.
   *
   * @param used the formats that feeds use
   */
  public synchronized Changes reload(Set<String> used) {
    InForce before = now;
    InForce found = load();
    Map<String, Format> formats = new TreeMap<>(found.formats);
    List<Fault> faults = new ArrayList<>(found.faults);
    before.formats.forEach(
        (id, format) -> {
          Path own = folder.resolve(id);
          if (faults.stream().anyMatch(fault -> fault.file().startsWith(own))) {
            formats.putIfAbsent(id, format);
          } else if (!formats.containsKey(id) && used.contains(id)) {
            formats.put(id, format);
            faults.add(new Fault(own, 1, "is gone, but feeds still use it: they run on with it"));
          }
        });
    now = new InForce(formats, List.copyOf(faults));
    tell();
    return Changes.between(before.fingerprints(), now.fingerprints());
  }

  /** The format of that folder name; empty when there is none, or when it is rejected. */
  public Optional<Format> find(String id) {
    return Optional.ofNullable(now.formats.get(id));
  }

  public List<Format> all() {
    return List.copyOf(now.formats.values());
  }

  /** Why folders are rejected, as it was when they were last read. */
  public List<Fault> faults() {
    return now.faults;
  }

  @Override
  public List<Fault> check() {
    return load().faults;
  }

  private InForce load() {
    Map<String, Format> good = new TreeMap<>();
    List<Fault> found = new ArrayList<>();
    for (Path format : folders()) {
      try {
        good.put(format.getFileName().toString(), loader.load(format));
      } catch (BadFormat e) {
        found.addAll(e.faults());
      }
    }
    return new InForce(good, List.copyOf(found));
  }

  private List<Path> folders() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The formats cannot be read", e);
    }
  }

  private void tell() {
    now.faults.forEach(fault -> log.error("Format rejected: {}", fault));
  }

  /** Never changes: another look at the folders makes another one. */
  private record InForce(Map<String, Format> formats, List<Fault> faults) {
    Map<String, String> fingerprints() {
      return formats.entrySet().stream()
          .collect(toMap(Map.Entry::getKey, format -> format.getValue().fingerprint()));
    }
  }
}
