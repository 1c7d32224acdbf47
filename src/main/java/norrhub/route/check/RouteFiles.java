package norrhub.route.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertyResolver;

/**
 * Names the files of routes to Camel one by one. Given the folder alone, Camel finds nothing where
 * it is a link, and says nothing.
 */
public final class RouteFiles implements EnvironmentPostProcessor, Ordered {
  static final String ENDING = ".camel.yaml";
  private static final String SETTING = "norrhub.route-files";

  /** Camel's word for none. */
  private static final String NONE = "false";

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment settings, SpringApplication hub) {
    String files =
        in(folder(settings)).stream().map(RouteFiles::address).collect(Collectors.joining(","));
    settings
        .getPropertySources()
        .addLast(new MapPropertySource(SETTING, Map.of(SETTING, files.isEmpty() ? NONE : files)));
  }

  /** When the configuration files have been read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  static Path folder(PropertyResolver settings) {
    return Path.of(settings.getProperty("norrhub.home.routes", "routes"));
  }

  /** The files of routes in a folder, by name; none where it is no folder. */
  public static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.toString().endsWith(ENDING))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address by which Camel finds a file. */
  public static String address(Path file) {
    try {
      return "file:" + file.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
