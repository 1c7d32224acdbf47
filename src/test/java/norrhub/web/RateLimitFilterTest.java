package norrhub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitFilterTest {
  private final Clock noon = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void whoAsksTooOftenHasToWaitAndTheOthersDoNot() throws Exception {
    RateLimitFilter pace = pace(2, noon);
    assertThat(ask(pace, "10.0.0.1")).isEqualTo(200);
    assertThat(ask(pace, "10.0.0.1")).isEqualTo(200);
    assertThat(ask(pace, "10.0.0.1")).isEqualTo(429);
    assertThat(ask(pace, "10.0.0.2")).isEqualTo(200);
  }

  @Test
  void theNextMinuteIsANewOne() throws Exception {
    Instant[] now = {noon.instant()};
    Clock moving =
        new Clock() {
          @Override
          public Instant instant() {
            return now[0];
          }

          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }
        };
    RateLimitFilter pace = pace(1, moving);
    assertThat(ask(pace, "10.0.0.1")).isEqualTo(200);
    assertThat(ask(pace, "10.0.0.1")).isEqualTo(429);
    now[0] = now[0].plus(Duration.ofMinutes(1));
    assertThat(ask(pace, "10.0.0.1")).isEqualTo(200);
  }

  @Test
  void manyAddressesFillNoMemoryAndOneOfThemUsesUpNobodysCount() throws Exception {
    RateLimitFilter pace = pace(2, noon);
    for (int i = 0; i < 30_000; i++) {
      ask(pace, "10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255));
    }
    for (int i = 0; i < 100; i++) {
      ask(pace, "192.0.2.1");
    }
    assertThat(ask(pace, "192.0.2.1")).isEqualTo(429);
    assertThat(ask(pace, "10.0.0.7")).as("known before the flood").isEqualTo(200);
  }

  @Test
  void theAnswerSaysWhenToComeAgain() throws Exception {
    Clock late = Clock.fixed(Instant.parse("2026-11-22T12:00:48Z"), ZoneOffset.UTC);
    RateLimitFilter pace = pace(1, late);
    ask(pace, "10.0.0.1");
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/feeds/campaign.json");
    request.setRemoteAddr("10.0.0.1");
    MockHttpServletResponse response = new MockHttpServletResponse();
    pace.doFilter(request, response, new MockFilterChain());
    assertThat(response.getHeader("Retry-After")).isEqualTo("12");
  }

  private static RateLimitFilter pace(int perMinute, Clock clock) {
    WebSettings settings =
        new WebSettings(perMinute, List.of(), 200, Duration.ofSeconds(10), Map.of());
    return new RateLimitFilter(settings, request -> request.getRemoteAddr(), clock);
  }

  private static int ask(RateLimitFilter pace, String address) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/feeds/campaign.json");
    request.setRemoteAddr(address);
    MockHttpServletResponse response = new MockHttpServletResponse();
    pace.doFilter(request, response, new MockFilterChain());
    return response.getStatus();
  }
}
