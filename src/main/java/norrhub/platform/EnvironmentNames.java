package norrhub.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import norrhub.config.PlaceholderResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;

/**
 * Names are environment variables, or files of that name in config/secrets.
 *
 * <p>Spring reads those files too, once and for all: here they are read anew, so that a secret can
 * be changed while the hub runs.
 *
 * <p>The sources are asked one by one, since the environment itself would go on to resolve a <code>
 * ${</code> inside a password.
 */
@Component
public final class EnvironmentNames implements PlaceholderResolver {
  private static final Logger LOG = LoggerFactory.getLogger(EnvironmentNames.class);

  private final ConfigurableEnvironment environment;
  private final Path secrets;

  public EnvironmentNames(ConfigurableEnvironment environment, HubDirectories home) {
    this.environment = environment;
    this.secrets = home.config().resolve("secrets");
  }

  @Override
  public Optional<String> value(String name) {
    return sources(name, source -> !(source instanceof ConfigTreePropertySource))
        .or(() -> file(name))
        .or(() -> sources(name, source -> source instanceof ConfigTreePropertySource));
  }

  private Optional<String> sources(String name, Predicate<PropertySource<?>> which) {
    return environment.getPropertySources().stream()
        .filter(which)
        .flatMap(source -> Stream.ofNullable(source.getProperty(name)))
        .map(Object::toString)
        .findFirst();
  }

  /** As a file is written by echo or an editor: its last line end is not part of the value. */
  private Optional<String> file(String name) {
    try {
      return Optional.of(Files.readString(secrets.resolve(name)).replaceFirst("\\R\\z", ""));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.warn("A secret cannot be read: {}", e.toString());
      return Optional.empty();
    }
  }
}
