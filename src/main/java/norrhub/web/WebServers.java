package norrhub.web;

import java.net.InetAddress;
import java.util.function.Predicate;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.stereotype.Component;

/** Sets up the Tomcat of each of the hub's ports, as far as application.yaml cannot. */
@Component
public class WebServers {
  private final WebSettings settings;

  WebServers(WebSettings settings) {
    this.settings = settings;
  }

  /** The port that boards reach, perhaps through proxies. */
  void open(TomcatServletWebServerFactory tomcat) {
    setUp(tomcat, settings::isTrustedProxy);
  }

  /** The management port. */
  public void closed(TomcatServletWebServerFactory tomcat) {
    setUp(tomcat, address -> false);
  }

  /** Every error that has no body yet gets one from {@link ProblemValve}. */
  private void setUp(TomcatServletWebServerFactory tomcat, Predicate<InetAddress> unlimited) {
    tomcat.setProtocol(LimitedProtocol.class.getName());
    tomcat.addConnectorCustomizers(
        connector ->
            ((LimitedProtocol) connector.getProtocolHandler())
                .limit(settings.headerTimeout(), settings.connectionsPerAddress(), unlimited));
    tomcat.addContextCustomizers(
        context ->
            ((StandardHost) context.getParent())
                .setErrorReportValveClass(ProblemValve.class.getName()));
  }
}
