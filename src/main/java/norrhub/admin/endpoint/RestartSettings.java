package norrhub.admin.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import norrhub.config.Fault;
import norrhub.platform.ApplicationFile;
import norrhub.platform.Changes;
import norrhub.platform.HubDirectories;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.stereotype.Component;

/**
 * What is read at the start only: the keys of {@code application.yaml}, and the secrets that they
 * name. A reload reports those that have changed and need a restart; no value is ever shown.
 */
@Component
final class RestartSettings {
  private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)");

  private final Path config;
  private final Map<String, String> atStart;

  RestartSettings(HubDirectories home) {
    this.config = home.config();
    this.atStart = today();
  }

  /** Those that differ from what the hub runs with. */
  List<String> changed() {
    Optional<Fault> fault = new ApplicationFile(config).fault();
    if (fault.isPresent()) {
      return List.of(fault.get().toString());
    }
    Changes changes = Changes.between(atStart, today());
    return Stream.of(changes.added(), changes.changed(), changes.removed())
        .flatMap(List::stream)
        .sorted()
        .toList();
  }

  private Map<String, String> today() {
    Map<String, String> values = new TreeMap<>();
    Path file = config.resolve("application.yaml");
    new ApplicationFile(config)
        .settings().stream()
            .filter(EnumerablePropertySource.class::isInstance)
            .map(source -> (EnumerablePropertySource<?>) source)
            .forEach(
                source ->
                    Stream.of(source.getPropertyNames())
                        .forEach(key -> enter(file, key, source.getProperty(key), values)));
    return values;
  }

  private void enter(Path file, String key, Object value, Map<String, String> values) {
    String text = Objects.toString(value);
    values.put(file + ": " + key, text);
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      Path secret = config.resolve("secrets").resolve(name.group(1));
      if (Files.isRegularFile(secret)) {
        values.put(secret.toString(), sum(secret));
      }
    }
  }

  private static String sum(Path file) {
    try {
      CRC32 sum = new CRC32();
      sum.update(Files.readAllBytes(file));
      return HexFormat.of().toHexDigits(sum.getValue());
    } catch (IOException e) {
      return "unreadable";
    }
  }
}
