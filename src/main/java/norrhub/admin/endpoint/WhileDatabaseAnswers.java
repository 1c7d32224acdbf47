package norrhub.admin.endpoint;

import java.time.Duration;
import java.util.Set;
import norrhub.platform.DatabaseDown;
import norrhub.platform.DatabaseWatch;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvoker;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvokerAdvisor;
import org.springframework.boot.actuate.endpoint.invoke.OperationParameters;
import org.springframework.stereotype.Component;

/**
 * Answers live commands with a sentence while the database does not answer: all of them need it.
 * Health says the same in its own way.
 */
@Component
final class WhileDatabaseAnswers implements OperationInvokerAdvisor {
  private static final Set<String> WITHOUT = Set.of("health", "info", "prometheus", "metrics");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DatabaseWatch database;

  WhileDatabaseAnswers(DatabaseWatch database) {
    this.database = database;
  }

  @Override
  public OperationInvoker apply(
      EndpointId endpoint,
      OperationType type,
      OperationParameters parameters,
      OperationInvoker command) {
    if (WITHOUT.contains(endpoint.toLowerCaseString())) {
      return command;
    }
    return context -> {
      var outage = database.outageNow();
      if (outage.isPresent()) {
        return Refusals.databaseDown(outage.get().sentence());
      }
      try {
        // What writes takes the time it needs: nobody knows how far it came.
        return type == OperationType.READ
            ? database.ask(PATIENCE, () -> command.invoke(context))
            : command.invoke(context);
      } catch (DatabaseDown e) {
        return Refusals.databaseDown(e.sentence());
      } catch (RuntimeException e) {
        if (database.explains(e)) {
          return Refusals.databaseDown("The database broke off: see `norrhub status`");
        }
        throw e;
      }
    };
  }
}
