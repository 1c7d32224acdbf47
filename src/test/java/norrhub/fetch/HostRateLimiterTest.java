package norrhub.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import norrhub.partner.RestSource;
import norrhub.partner.Sources;
import org.junit.jupiter.api.Test;

/** Clocks stand still here, so that every wait is the whole of it. */
class HostRateLimiterTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  private final HostRateLimiter pace =
      new HostRateLimiter(
          new PollTuning(null, null, Map.of("slow.example.org", Duration.ofSeconds(60))), NOON);

  @Test
  void theFeedsOfAServerTakeTurns() {
    RestSource vattenfall = source("api.example.org/v1/vattenfall", "pace: 100ms");
    RestSource skanska = source("api.example.org/v1/skanska", "pace: 100ms");

    assertThat(pace.untilTurn(vattenfall)).isZero();
    assertThat(pace.untilTurn(skanska)).isEqualTo(Duration.ofMillis(100));
    assertThat(pace.untilTurn(vattenfall)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void theSlowestPaceOfAServerHoldsForAllItsFeeds() {
    RestSource hasty = source("api.example.org/a", "");
    RestSource slow = source("api.example.org/b", "pace: 1s");

    assertThat(pace.untilTurn(slow)).isZero();
    assertThat(pace.untilTurn(hasty)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void anotherServerHasItsOwnPace() {
    pace.untilTurn(source("api.example.org/a", "pace: 1s"));

    assertThat(pace.untilTurn(source("api.example.net/a", "pace: 1s"))).isZero();
    assertThat(pace.untilTurn(source("jobs.example.com/a", ""))).isZero();
    assertThat(pace.untilTurn(source("jobs.example.com/a", ""))).isZero();
  }

  @Test
  void thisMachinesOwnSettingsNameHostsToo() {
    pace.untilTurn(source("slow.example.org/a", ""));

    assertThat(pace.untilTurn(source("slow.example.org/b", "pace: 1s")))
        .isEqualTo(Duration.ofSeconds(60));
  }

  private static RestSource source(String address, String pace) {
    return Sources.rest("url: https://%s\n%s".formatted(address, pace));
  }
}
