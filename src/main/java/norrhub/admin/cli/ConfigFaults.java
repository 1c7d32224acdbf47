package norrhub.admin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import norrhub.config.ConfigCheck;
import norrhub.config.Fault;
import norrhub.mapping.Format;
import norrhub.mapping.Formats;
import norrhub.mapping.GoldenSample;
import org.springframework.beans.BeansException;

/** All that is wrong with a configuration, by file and line. */
final class ConfigFaults {
  private final OfflineParts parts;

  ConfigFaults(OfflineParts parts) {
    this.parts = parts;
  }

  /** The looks are taken side by side, for an admin waits for them. */
  List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    List<Supplier<List<Fault>>> looks = new ArrayList<>();
    parts.names(ConfigCheck.class).forEach(name -> look(name, looks, faults));
    samples(looks);
    looks.parallelStream().map(Supplier::get).toList().forEach(faults::addAll);
    return faults.stream()
        .distinct()
        .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
        .toList();
  }

  /** What runs, and had better be otherwise. */
  List<Fault> warnings() {
    List<Fault> warnings = new ArrayList<>();
    for (String name : parts.names(ConfigCheck.class)) {
      try {
        warnings.addAll(parts.get(name, ConfigCheck.class).warnings());
      } catch (BeansException e) {
        // The check of the same bean has told it.
      }
    }
    return warnings;
  }

  private void look(String name, List<Supplier<List<Fault>>> looks, List<Fault> faults) {
    try {
      looks.add(parts.get(name, ConfigCheck.class)::check);
    } catch (BeansException e) {
      // A board's document may need the vocabulary's places: without them there is no looking.
      Path unchecked = parts.home().config().resolve("boards");
      faults.add(
          new Fault(unchecked, 1, "not checked before the vocabulary's faults are corrected"));
    }
  }

  private void samples(List<Supplier<List<Fault>>> looks) {
    Path folder = parts.home().config().resolve("formats");
    for (Format format : parts.get(Formats.class).all()) {
      looks.add(() -> new GoldenSample(folder.resolve(format.id()), format).check());
    }
  }
}
