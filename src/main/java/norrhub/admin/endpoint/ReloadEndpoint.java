package norrhub.admin.endpoint;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** Reads the files of the configuration and the routes anew. */
@Component
@Endpoint(id = "reload")
class ReloadEndpoint {
  private final Reload reload;

  ReloadEndpoint(Reload reload) {
    this.reload = reload;
  }

  @WriteOperation
  Reloaded reload() {
    return reload.now();
  }
}
