package norrhub.web;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Sets up the Tomcat that boards reach, as far as application.yaml cannot. */
@Component
class PublicServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  @Override
  public void customize(TomcatServletWebServerFactory tomcat) {
    WebServers.answerErrorsAsProblems(tomcat);
  }
}
