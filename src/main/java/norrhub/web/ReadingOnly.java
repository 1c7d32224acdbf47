package norrhub.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** All that the public port has is there to be read: it says so to whoever tries another method. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ReadingOnly extends OncePerRequestFilter {
  static final String ALLOWED = "GET, HEAD, OPTIONS";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isThere(request)) {
      chain.doFilter(request, response);
    } else if (request.getMethod().equals("OPTIONS")) {
      response.setHeader("Allow", ALLOWED);
      response.setStatus(HttpStatus.NO_CONTENT.value());
    } else if (!READING.contains(request.getMethod())) {
      response.setHeader("Allow", ALLOWED);
      response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
    } else if (hasBody(request)) {
      ProblemValve.explain(request, "A request to read has no body");
      response.sendError(HttpStatus.BAD_REQUEST.value());
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isThere(HttpServletRequest request) {
    return BoardAccess.isFeed(request)
        || SchemaController.isSchema(request)
        || request.getServletPath().equals(RobotsController.PATH);
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }
}
