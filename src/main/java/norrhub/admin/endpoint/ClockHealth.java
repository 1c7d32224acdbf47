package norrhub.admin.endpoint;

import java.time.Duration;
import java.util.Optional;
import norrhub.catalogue.HeldMoves;
import norrhub.catalogue.StateTransitions;
import norrhub.platform.DatabaseDown;
import norrhub.platform.DatabaseWatch;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says whether the clock is believed. The hub stays up: it goes on by the time that has passed, and
 * only what a wrong clock would do waits.
 */
@Component("clockHealthIndicator")
final class ClockHealth implements HealthIndicator {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final StateTransitions transitions;
  private final DatabaseWatch database;

  ClockHealth(StateTransitions transitions, DatabaseWatch database) {
    this.transitions = transitions;
    this.database = database;
  }

  @Override
  public Health health() {
    try {
      return database.ask(PATIENCE, this::told);
    } catch (DatabaseDown e) {
      return Health.unknown().withDetail("reason", e.sentence()).build();
    }
  }

  private Health told() {
    Optional<HeldMoves> held = transitions.held();
    return held.isEmpty()
        ? Health.up().build()
        : Health.up()
            .withDetail("doubt", held.get().why())
            .withDetail("actsBy", held.get().by())
            .withDetail("heldVacancies", held.get().vacancies())
            .build();
  }

  /** One sentence for people; empty while the clock is believed. */
  Optional<String> trouble() {
    return transitions.held().map(HeldMoves::sentence);
  }
}
