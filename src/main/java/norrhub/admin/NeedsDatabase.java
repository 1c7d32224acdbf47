package norrhub.admin;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.util.StringUtils;

/** A hub without a database stops at once, with one sentence that says what to set. */
public final class NeedsDatabase
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
  static final String SENTENCE =
      "Norrhub needs a PostgreSQL database: set NORRHUB_DATABASE_URL, such as"
          + " jdbc:postgresql://localhost/norrhub, and NORRHUB_DATABASE_USER and"
          + " NORRHUB_DATABASE_PASSWORD.";

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    if (!StringUtils.hasText(event.getEnvironment().getProperty("spring.datasource.url"))) {
      System.err.println(SENTENCE);
      System.exit(2);
    }
  }

  /** When all configuration files have been read. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
