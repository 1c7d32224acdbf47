package norrhub.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import norrhub.delivery.feed.Validators;
import norrhub.partner.Sources;
import norrhub.route.Feeds;
import org.junit.jupiter.api.Test;

class RestPollTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void aPollThatWaitsForItsTurnBetweenPagesHasAsMuchMoreTime() {
    URI home = URI.create("https://jobs.example.org/stream");
    RestPoll poll =
        new RestPoll(
            Feeds.PARTNER,
            Feeds.rest("jobs", Sources.rest("url: " + home)),
            Validators.NONE,
            home,
            NOON);

    poll.waits(Duration.ofSeconds(60));
    poll.waits(Duration.ofSeconds(60));

    assertThat(poll.deadline(Duration.ofMinutes(15))).isEqualTo(NOON.plusSeconds(17 * 60));
  }
}
