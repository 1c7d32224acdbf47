package norrhub.route;

import org.apache.camel.Endpoint;
import org.apache.camel.model.ModelCamelContext;

/** A route that is there for one connection test; it is taken out with all that belongs to it. */
public record ProbeRoute(ModelCamelContext camel, String id) implements AutoCloseable {

  /** Where the route begins. */
  public Endpoint endpoint() {
    return camel.getRoute(id).getEndpoint();
  }

  @Override
  public void close() throws Exception {
    FeedRoutes.takeOut(camel, id);
  }
}
