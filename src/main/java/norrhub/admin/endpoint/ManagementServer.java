package norrhub.admin.endpoint;

import java.util.ArrayList;
import java.util.List;
import norrhub.web.WebServers;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * What the server of the management port has that the public one has not.
 *
 * <p>It is a configuration of that server's own context, found by its name in {@code
 * META-INF/spring}, and has no annotation, so that the hub's own context does not find it too.
 */
class ManagementServer {
  /** Settings that have Tomcat believe what a request says of its own sender, on both ports. */
  private static final List<String> BELIEVERS =
      List.of(
          "server.forward-headers-strategy",
          "server.tomcat.remoteip.remote-ip-header",
          "server.tomcat.remoteip.protocol-header");

  ManagementServer(Environment settings) {
    if (ManagementPortType.get(settings) == ManagementPortType.SAME) {
      throw new IllegalStateException(
          "management.server.port must be another port than server.port: what is on it is for this"
              + " machine only");
    }
    for (String setting : BELIEVERS) {
      String value = settings.getProperty(setting, "none");
      if (!value.isBlank() && !value.equalsIgnoreCase("none")) {
        throw new IllegalStateException(
            setting
                + " must not be set: on the management port a header would say where a request comes"
                + " from. Name your proxies in norrhub.web.trusted-proxies instead");
      }
    }
  }

  /** Before everything else, on every path, whether or not there is something at it. */
  @Bean
  FilterRegistrationBean<OnlyThisMachine> guard(
      ManagementSettings settings, PathMappedEndpoints endpoints) {
    List<String> readable = new ArrayList<>();
    String health = endpoints.getPath(EndpointId.of("health"));
    if (health != null) {
      readable.addAll(List.of(health, health + "/liveness", health + "/readiness"));
    }
    String metrics = endpoints.getPath(EndpointId.of("prometheus"));
    if (metrics != null) {
      readable.add(metrics);
    }
    var guard = new FilterRegistrationBean<>(new OnlyThisMachine(settings, readable));
    guard.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return guard;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementTomcat(WebServers servers) {
    return servers::closed;
  }
}
