package norrhub.platform;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one sentence that the hub cannot start for want of its database, or of its tables. Spring
 * Boot finds it by {@code META-INF/spring.factories}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseFailure implements SpringBootExceptionReporter {
  private static final int DEEPEST = 30;

  @Override
  public boolean reportException(Throwable failure) {
    String reason = reason(failure);
    if (reason != null) {
      System.err.println("Norrhub cannot start: its database cannot be used: " + reason);
    }
    return reason != null;
  }

  /**
   * The deepest that says something: of migrations the script's failure, of the driver the
   * server's.
   */
  static @Nullable String reason(Throwable failure) {
    String reason = null;
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        reason = DatabaseAddress.reason(sql);
      } else if (cause instanceof FlywayException && cause.getMessage() != null) {
        reason = cause.getMessage().strip().replaceAll("\\s*\\R\\s*", "; ");
      }
    }
    return reason;
  }
}
