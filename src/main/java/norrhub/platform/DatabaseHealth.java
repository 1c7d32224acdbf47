package norrhub.platform;

import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the database answers; says so within a second, also where it does not. */
@Component("dbHealthIndicator")
final class DatabaseHealth implements HealthIndicator {
  private final DatabaseWatch database;

  DatabaseHealth(DatabaseWatch database) {
    this.database = database;
  }

  @Override
  public Health health() {
    Optional<Outage> outage = database.outageNow();
    return outage
        .map(
            out ->
                Health.down().withDetail("since", out.since()).withDetail("reason", out.reason()))
        .orElseGet(Health::up)
        .build();
  }
}
