package norrhub.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds back whoever asks too often, before anything else is done for the request. A caller is an
 * address; the count starts anew with every minute.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestPace extends OncePerRequestFilter {
  /** So that many invented callers cannot fill the memory. */
  private static final int MOST_CALLERS = 10_000;

  private final Clock clock;
  private final int mostPerMinute;
  private final Map<String, Integer> counts = new HashMap<>();
  private Instant minute = Instant.EPOCH;

  RequestPace(WebSettings settings, Clock clock) {
    this.mostPerMinute = settings.requestsPerMinute();
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (count(request.getRemoteAddr()) > mostPerMinute) {
      response.setHeader("Retry-After", "60");
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    } else {
      chain.doFilter(request, response);
    }
  }

  private synchronized int count(String caller) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    if (!now.equals(minute)) {
      minute = now;
      counts.clear();
    }
    boolean known = counts.containsKey(caller) || counts.size() < MOST_CALLERS;
    return counts.merge(known ? caller : "others", 1, Integer::sum);
  }
}
