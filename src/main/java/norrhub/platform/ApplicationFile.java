package norrhub.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.config.ConfigCheck;
import norrhub.config.Fault;
import norrhub.config.YamlMessages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * {@code application.yaml} of the configuration, read as Spring Boot reads it at the hub's start.
 * It may be missing: all of it can come as environment variables.
 */
@Component
public final class ApplicationFile implements ConfigCheck {
  private static final Pattern BUNDLE =
      Pattern.compile("spring\\.ssl\\.bundle\\.(?:pem|jks)\\.([^.\\[]+)\\..+");

  private final Path file;

  @Autowired
  public ApplicationFile(HubDirectories home) {
    this(home.config());
  }

  public ApplicationFile(Path config) {
    this.file = config.resolve("application.yaml");
  }

  @Override
  public List<Fault> check() {
    return fault().stream().toList();
  }

  /** What keeps a hub from starting with the file; empty where it can be read. */
  public Optional<Fault> fault() {
    try {
      load();
      return Optional.empty();
    } catch (YAMLException e) {
      return Optional.of(YamlMessages.fault(file, text(), e));
    } catch (IOException | RuntimeException e) {
      return Optional.of(new Fault(file, 1, "the file cannot be read: " + e.getMessage()));
    }
  }

  /** Its settings; none where it has a fault. */
  public List<PropertySource<?>> settings() {
    try {
      return load();
    } catch (IOException | RuntimeException e) {
      return List.of(); // fault() says why
    }
  }

  /** The names of the SSL bundles that it defines. */
  public Set<String> sslBundles() {
    Set<String> bundles = new TreeSet<>();
    for (PropertySource<?> source : settings()) {
      if (source instanceof EnumerablePropertySource<?> named) {
        Arrays.stream(named.getPropertyNames())
            .map(BUNDLE::matcher)
            .filter(Matcher::matches)
            .forEach(bundle -> bundles.add(bundle.group(1)));
      }
    }
    return bundles;
  }

  private List<PropertySource<?>> load() throws IOException {
    return Files.isRegularFile(file)
        ? new YamlPropertySourceLoader().load("config", new FileSystemResource(file))
        : List.of();
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
