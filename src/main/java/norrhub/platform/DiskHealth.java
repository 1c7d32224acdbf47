package norrhub.platform;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** How much room the data folder's disk has: a warning while there is time, then out of service. */
@Component("diskHealthIndicator")
final class DiskHealth implements HealthIndicator {
  private final DiskWatch disk;

  DiskHealth(DiskWatch disk) {
    this.disk = disk;
  }

  @Override
  public Health health() {
    DiskState state = disk.state();
    Health.Builder health =
        switch (state.level()) {
          case ENOUGH -> Health.up();
          case LOW -> Health.up().withDetail("warning", disk.warning().orElse(""));
          case FULL -> Health.outOfService().withDetail("reason", disk.objection().orElse(""));
        };
    return health
        .withDetail("free", state.free())
        .withDetail("total", state.total())
        .withDetail("warnBelow", state.warnBelow())
        .withDetail("stopBelow", state.stopBelow())
        .build();
  }
}
