package norrhub.admin.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import norrhub.platform.DatabaseWatch;
import norrhub.platform.JobStates;
import norrhub.platform.JobStates.JobState;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Names each of the hub's own jobs and what it fails of. A job that stumbles once is no alarm; one
 * that fails for a minute is.
 */
@Component("jobsHealthIndicator")
final class JobsHealth implements HealthIndicator {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final JobStates jobs;
  private final DatabaseWatch database;
  private final Clock clock;

  JobsHealth(JobStates jobs, DatabaseWatch database, Clock clock) {
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Health health() {
    Instant patient = clock.instant().minus(PATIENCE);
    Map<String, JobState> all = jobs.all();
    boolean alarm =
        all.values().stream()
            .map(JobState::failingSince)
            .flatMap(Optional::stream)
            .anyMatch(since -> since.isBefore(patient));
    Health.Builder health = alarm ? Health.down() : Health.up();
    all.forEach((job, state) -> health.withDetail(job, told(state)));
    return health.build();
  }

  private Map<String, Object> told(JobState state) {
    if (state.failingSince().isPresent()) {
      return Map.of(
          "state",
          "failing",
          "since",
          state.failingSince().get(),
          "reason",
          state.reason().orElse(""));
    }
    return Map.of("state", database.isUp() ? "works" : "waits for the database");
  }
}
