package norrhub.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
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
 * Rate-limits callers, before anything else is done for their requests. The count starts anew with
 * every minute.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RateLimitFilter extends OncePerRequestFilter {
  /** So that many addresses cannot fill the memory; those with keys are as many as the keys. */
  private static final int MOST_CALLERS = 10_000;

  /** Callers beyond them share so many counts, so that one of them does not use up all. */
  private static final int SHARED_COUNTS = 1_000;

  private final Clock clock;
  private final int mostPerMinute;
  private final Caller caller;
  private final Map<String, Integer> counts = new HashMap<>();
  private Instant minute = Instant.EPOCH;

  RateLimitFilter(WebSettings settings, Caller caller, Clock clock) {
    this.mostPerMinute = settings.requestsPerMinute();
    this.caller = caller;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Instant now = clock.instant();
    if (count(caller.of(request), now) > mostPerMinute) {
      Instant next = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
      response.setHeader(
          "Retry-After", Long.toString(Math.max(1, Duration.between(now, next).toSeconds())));
      ProblemValve.explain(request, "More than " + mostPerMinute + " requests in this minute");
      response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    } else {
      chain.doFilter(request, response);
    }
  }

  private synchronized int count(String name, Instant now) {
    Instant thisMinute = now.truncatedTo(ChronoUnit.MINUTES);
    if (!thisMinute.equals(minute)) {
      minute = thisMinute;
      counts.clear();
    }
    boolean known = counts.containsKey(name) || counts.size() < MOST_CALLERS;
    String counted = known ? name : "shared " + Math.floorMod(name.hashCode(), SHARED_COUNTS);
    return counts.merge(counted, 1, Integer::sum);
  }
}
