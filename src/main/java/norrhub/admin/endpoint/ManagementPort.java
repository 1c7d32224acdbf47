package norrhub.admin.endpoint;

import java.nio.file.Path;
import norrhub.platform.ApplicationFile;
import org.springframework.core.env.StandardEnvironment;

/** The port that the hub of this configuration manages itself on, as the hub itself reads it. */
public record ManagementPort(Path config) {
  private static final String NAME = "management.server.port";
  private static final int USUAL = 8081;

  public int number() {
    var environment = new StandardEnvironment();
    new ApplicationFile(config).settings().forEach(environment.getPropertySources()::addLast);
    return environment.getProperty(NAME, Integer.class, USUAL);
  }
}
