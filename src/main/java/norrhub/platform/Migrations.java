package norrhub.platform;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Creates or upgrades the hub's tables at start. Tables from before the first release have another
 * history, and are rejected with one sentence instead of a list of what differs.
 */
@Component
class Migrations implements FlywayMigrationStrategy {
  private static final String FIRST = "V1__delivery.sql";

  @Override
  public void migrate(Flyway flyway) {
    for (MigrationInfo applied : flyway.info().applied()) {
      boolean isFirst =
          applied.getVersion() != null && applied.getVersion().getVersion().equals("1");
      if (isFirst && !applied.getScript().equals(FIRST)) {
        throw new FlywayException(
            "its tables are from before the first release (%s) and cannot be upgraded; set NORRHUB_DATABASE_URL to an empty database"
                .formatted(applied.getScript()));
      }
    }
    flyway.migrate();
  }
}
