package norrhub.route;

import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.springframework.stereotype.Component;

/** Nothing in a server's answer becomes a header by which Camel is steered, however it is spelt. */
@Component("strictHttpHeaders")
class StrictHttpHeaders extends HttpHeaderFilterStrategy {
  StrictHttpHeaders() {
    setLowerCase(true);
    setInFilterStartsWith("camel", "org.apache.camel.");
    setOutFilterStartsWith("camel", "org.apache.camel.");
  }
}
