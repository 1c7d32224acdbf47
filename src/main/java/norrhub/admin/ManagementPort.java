package norrhub.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** The port that the hub of this configuration manages itself on, as the hub itself reads it. */
record ManagementPort(Path config) {
  private static final String NAME = "management.server.port";
  private static final int USUAL = 8081;

  int number() {
    var environment = new StandardEnvironment();
    Path file = config.resolve("application.yaml");
    if (Files.isRegularFile(file)) {
      try {
        new YamlPropertySourceLoader()
            .load("config", new FileSystemResource(file))
            .forEach(environment.getPropertySources()::addLast);
      } catch (IOException | RuntimeException e) {
        return USUAL; // the hub itself tells what is wrong with the file
      }
    }
    return environment.getProperty(NAME, Integer.class, USUAL);
  }
}
