package norrhub.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;

/** What holds for both of the hub's ports. */
public final class WebServers {
  private WebServers() {}

  /** Every error that has no body yet gets one from {@link ProblemValve}. */
  public static void answerErrorsAsProblems(TomcatServletWebServerFactory tomcat) {
    tomcat.addContextCustomizers(
        context ->
            ((StandardHost) context.getParent())
                .setErrorReportValveClass(ProblemValve.class.getName()));
  }
}
