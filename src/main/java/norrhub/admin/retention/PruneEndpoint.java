package norrhub.admin.retention;

import java.util.Map;
import norrhub.platform.Retention;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** Removes what is past its time now, or only counts it. */
@Component
@Endpoint(id = "prune")
class PruneEndpoint {
  private final Retention retention;

  PruneEndpoint(Retention retention) {
    this.retention = retention;
  }

  @WriteOperation
  Map<String, ?> prune(@Nullable Boolean dryRun) {
    if (Boolean.TRUE.equals(dryRun)) {
      return Map.of("due", retention.due());
    }
    return Map.of("removed", retention.pruneAll());
  }
}
