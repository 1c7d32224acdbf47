package norrhub.admin.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import norrhub.platform.DatabaseAddress;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * A hub without a database stops at once, with one sentence that says what to set: where no address
 * is set, where nothing answers there, and where the login is refused.
 */
public final class NeedsDatabase
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
  static final String SENTENCE =
      "Norrhub needs a PostgreSQL database: set NORRHUB_DATABASE_URL, such as"
          + " jdbc:postgresql://localhost/norrhub, and NORRHUB_DATABASE_USER and"
          + " NORRHUB_DATABASE_PASSWORD.";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    Environment settings = event.getEnvironment();
    if (!StringUtils.hasText(settings.getProperty("spring.datasource.url"))) {
      System.err.println(SENTENCE);
      System.exit(2);
    }
    DatabaseAddress address =
        new DatabaseAddress(
            settings.getProperty("spring.datasource.url", ""),
            settings.getProperty("spring.datasource.username", ""),
            settings.getProperty("spring.datasource.password", ""),
            new Properties());
    Optional<String> objection = address.objection(PATIENCE);
    if (objection.isPresent()) {
      System.err.println(sentence(address, objection.get()));
      System.exit(1);
    }
  }

  static String sentence(DatabaseAddress address, String objection) {
    return "Norrhub cannot use its database %s: %s. Look at the server, and at NORRHUB_DATABASE_URL,"
            .formatted(address.shown(), objection)
        + " NORRHUB_DATABASE_USER and NORRHUB_DATABASE_PASSWORD.";
  }

  /** When all configuration files have been read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
