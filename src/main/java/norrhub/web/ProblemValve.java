package norrhub.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.juli.logging.Log;
import org.apache.juli.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Writes the body of every error answer that has none yet, whoever found the error: our controllers
 * and filters, Spring, or Tomcat before any of them was asked. All have the shape of RFC 9457.
 *
 * <p>What an exception says goes to the log alone, since it may tell of our inside.
 */
public final class ProblemValve extends ErrorReportValve {
  private static final Log LOG = LogFactory.getLog(ProblemValve.class);
  private static final String DETAIL = ProblemValve.class.getName() + ".detail";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Integer, String> USUAL =
      Map.of(
          400, "The request is not valid HTTP, or its address is malformed",
          401, "This address opens for its keys only: Authorization: Bearer <key>, or X-Api-Key",
          403, "This is not open to you",
          404, "There is nothing at this address",
          405, "The method is not allowed here: see Allow",
          429, "Too many requests: see Retry-After",
          500, "The hub could not answer; its log says why",
          503, "The hub cannot answer now: try again later");

  /** The sentence that the answer to this request shall have, for whoever debugs a client. */
  public static void explain(HttpServletRequest request, String detail) {
    request.setAttribute(DETAIL, detail);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      byte[] body = JSON.writeValueAsBytes(problem(status, request));
      response.setContentType("application/problem+json");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      LOG.debug("The client was gone before its error", e);
    }
  }

  private static ObjectNode problem(int status, Request request) {
    HttpStatus known = HttpStatus.resolve(status);
    ObjectNode problem = JSON.createObjectNode();
    problem.put("type", "about:blank");
    problem.put("title", known == null ? "Error" : known.getReasonPhrase());
    problem.put("status", status);
    String usual = USUAL.getOrDefault(status, "The request cannot be answered");
    problem.put("detail", request.getAttribute(DETAIL) instanceof String detail ? detail : usual);
    instance(request).ifPresent(path -> problem.put("instance", path));
    return problem;
  }

  /** The path as it was asked for, where it is one; what follows a question mark may be a key. */
  private static Optional<String> instance(Request request) {
    String path = request.getRequestURI();
    try {
      return path == null || !path.startsWith("/")
          ? Optional.empty()
          : Optional.of(new URI(path).getRawPath());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
