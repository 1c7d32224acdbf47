package norrhub.route.own;

import java.nio.file.Path;
import java.util.List;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Transport;
import norrhub.poll.ConnectionTest;
import norrhub.poll.Fetched;
import norrhub.poll.ProbeSteps;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.springframework.stereotype.Component;

/**
 * Says what can be said of a feed whose route is the admin's own. Only the route knows its source,
 * and it would take what it finds.
 */
@Component
class CamelConnectionTest implements ConnectionTest {
  private final ModelCamelContext camel;

  CamelConnectionTest(CamelContext camel) {
    this.camel = (ModelCamelContext) camel;
  }

  @Override
  public Transport transport() {
    return Transport.CAMEL;
  }

  @Override
  public Fetched fetch(Partner partner, Feed feed, Path folder, ProbeSteps steps) {
    String template = feed.camel().orElseThrow().template().orElse("");
    if (!template.isEmpty() && camel.getRouteTemplateDefinition(template) == null) {
      steps.failed("the running hub has no route template `" + template + "`");
    } else {
      steps.saw(
          "its own route delivers it, and nothing is fetched here: let it run with `mode: trial`, and see `norrhub status`");
    }
    return new Fetched(List.of());
  }
}
