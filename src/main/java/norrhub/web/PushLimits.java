package norrhub.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import norrhub.fetch.Limits;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a push in only with a length, and only up to the limit: a route reads its body into memory.
 * A body that is packed has no length that says anything.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class PushLimits extends OncePerRequestFilter {
  private final long most;

  PushLimits(Limits limits) {
    this.most = limits.push().toBytes();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!PushAccess.isPush(request)) {
      chain.doFilter(request, response);
    } else if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
    } else if (request.getHeader("Content-Encoding") != null) {
      refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body unpacked");
    } else if (request.getContentLengthLong() < 0) {
      refuse(request, response, HttpStatus.LENGTH_REQUIRED, "Send the body with Content-Length");
    } else if (request.getContentLengthLong() > most) {
      refuse(
          request,
          response,
          HttpStatus.PAYLOAD_TOO_LARGE,
          "The body has more than %,d bytes; use SFTP for so many".formatted(most));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String why)
      throws IOException {
    ProblemValve.explain(request, why);
    response.sendError(status.value());
  }
}
