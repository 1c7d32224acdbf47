package norrhub.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import norrhub.partner.RestSource;
import norrhub.partner.Sources;
import org.junit.jupiter.api.Test;

class FirstAddressTest {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Optional<Instant> YESTERDAY =
      Optional.of(Instant.parse("2026-11-21T12:00:00Z"));

  private final RestSource jobStream =
      Sources.rest(
          """
          url: https://jobstream.example.org/stream
          since: { parameter: date, snapshot: "https://jobstream.example.org/snapshot", overlap: 10m }
          """);

  @Test
  void jobStreamIsAskedForEverythingOnce() {
    assertThat(FirstAddress.of(jobStream, Optional.empty(), STOCKHOLM, NOON))
        .hasToString("https://jobstream.example.org/snapshot");
  }

  @Test
  void jobStreamIsAskedForWhatHasChangedAndReadsTimesAsSwedishClocksShowThem() {
    assertThat(FirstAddress.of(jobStream, YESTERDAY, STOCKHOLM, NOON))
        .hasToString("https://jobstream.example.org/stream?date=2026-11-21T12%3A50%3A00");
  }

  @Test
  void aFeedWithoutASnapshotIsAskedForASpan() {
    RestSource source =
        Sources.rest(
            """
            url: https://jobs.example.org/v1/jobs?state=open
            since: { parameter: "filter[updated-at]", format: "yyyy-MM-dd'T'HH:mm:ssXXX", zone: UTC, first: 30d }
            """);

    assertThat(FirstAddress.of(source, Optional.empty(), STOCKHOLM, NOON))
        .hasToString(
            "https://jobs.example.org/v1/jobs?state=open&filter%5Bupdated-at%5D=2026-10-23T12%3A00%3A00Z");
    assertThat(FirstAddress.of(source, YESTERDAY, STOCKHOLM, NOON).toString())
        .endsWith("=2026-11-21T11%3A00%3A00Z");
  }

  @Test
  void aFeedThatIsNotOneOfChangesIsAskedForAll() {
    assertThat(
            FirstAddress.of(
                Sources.rest("url: https://jobs.example.org/all"), YESTERDAY, STOCKHOLM, NOON))
        .hasToString("https://jobs.example.org/all");
  }
}
