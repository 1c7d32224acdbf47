package norrhub.web;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The server of the public port; the management port's is in its own context. */
@Component
class PublicServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final WebServers servers;

  PublicServer(WebServers servers) {
    this.servers = servers;
  }

  @Override
  public void customize(TomcatServletWebServerFactory tomcat) {
    servers.open(tomcat);
  }
}
