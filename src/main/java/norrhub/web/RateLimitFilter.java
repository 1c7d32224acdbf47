package norrhub.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
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
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rate-limits callers, before anything else is done for their requests. Each has a bucket of
 * tokens, which is filled anew with every minute.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RateLimitFilter extends OncePerRequestFilter {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** So that many addresses cannot fill the memory; those with keys are as many as the keys. */
  private static final int MOST_CALLERS = 10_000;

  /** Callers beyond them share so many buckets, so that one of them does not use up all. */
  private static final int SHARED_BUCKETS = 1_000;

  private final TimeMeter time;
  private final Clock clock;
  private final int mostPerMinute;
  private final Caller caller;
  private final Map<String, Bucket> buckets = new HashMap<>();
  private Instant nextMinute = Instant.EPOCH;

  RateLimitFilter(WebSettings settings, Caller caller, Clock clock) {
    this.mostPerMinute = settings.requestsPerMinute();
    this.caller = caller;
    this.clock = clock;
    this.time = new ClockTime(clock);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ConsumptionProbe probe = bucket(caller.of(request)).tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      chain.doFilter(request, response);
    } else {
      long wait = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
      response.setHeader("Retry-After", Long.toString(Math.max(1, wait)));
      ProblemValve.explain(request, "More than " + mostPerMinute + " requests in this minute");
      response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
  }

  /** At a new minute all would be full: none is kept, and none is there without a caller. */
  private synchronized Bucket bucket(String name) {
    Instant now = clock.instant();
    Instant next = now.truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
    if (!next.equals(nextMinute)) {
      nextMinute = next;
      buckets.clear();
    }
    boolean known = buckets.containsKey(name) || buckets.size() < MOST_CALLERS;
    String owner = known ? name : "shared " + Math.floorMod(name.hashCode(), SHARED_BUCKETS);
    return buckets.computeIfAbsent(owner, unused -> full(next));
  }

  private Bucket full(Instant filledAgain) {
    Bandwidth limit =
        Bandwidth.builder()
            .capacity(mostPerMinute)
            .refillIntervallyAligned(mostPerMinute, MINUTE, filledAgain)
            .build();
    return Bucket.builder().withCustomTimePrecision(time).addLimit(limit).build();
  }

  /** The hub's clock, for the library. */
  private record ClockTime(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
