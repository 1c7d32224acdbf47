package norrhub.admin.cli;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import norrhub.config.Fault;
import norrhub.config.PlaceholderResolver;

/** Remembers which names were asked for and are not set on this machine. */
final class AskedNames implements PlaceholderResolver {
  private final PlaceholderResolver names;
  private final Set<String> missing = new ConcurrentSkipListSet<>();

  AskedNames(PlaceholderResolver names) {
    this.names = names;
  }

  @Override
  public Optional<String> value(String name) {
    Optional<String> value = names.value(name).filter(found -> !found.isBlank());
    if (value.isEmpty()) {
      missing.add(name);
    }
    return value;
  }

  /** Whether a fault lies in this machine's settings and not in the file. */
  boolean isMissing(Fault fault) {
    return missing.stream().anyMatch(name -> fault.text().startsWith("${" + name + "}"));
  }
}
