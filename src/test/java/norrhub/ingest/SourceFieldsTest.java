package norrhub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unknown fields, repairs and feed values on the way of a delivery. */
class SourceFieldsTest {
  @TempDir Path home;

  private static String feed(String site) {
    return """
    feeds:
      - id: kraft-jobs
        format: personio
        speaksFor: feed
        values: { site: %s }
        rest:
          url: https://kraft.jobs.personio.example/xml
    """
        .formatted(site);
  }

  private static String positions(int count, String more) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            n ->
                "<position><id>%d</id><name>Montör %d</name><office>Boden</office>%s</position>\n"
                    .formatted(n, n, more))
        .collect(Collectors.joining("", "<workzag-jobs>", "</workzag-jobs>"));
  }

  @Test
  void aFieldThatNobodyKnowsIsReportedOnceADeliveryAndAgainWhileItIsThere() throws IOException {
    try (IngestFixture fixture =
        new IngestFixture(home, feed("https://kraft.jobs.personio.example"))) {
      fixture.apply(positions(12, "<shift><kind>natt</kind></shift>"));
      assertThat(fixture.notices())
          .filteredOn(notice -> notice.contains("source-field-unknown"))
          .singleElement()
          .asString()
          .startsWith("INFO")
          .endsWith("shift");

      fixture.apply(positions(12, "<shift><kind>natt</kind></shift>") + "\n");
      assertThat(fixture.notices())
          .filteredOn(notice -> notice.contains("source-field-unknown"))
          .hasSize(1);

      fixture.apply(positions(12, ""));
      assertThat(fixture.notices()).noneMatch(notice -> notice.contains("source-field-unknown"));
    }
  }

  @Test
  void whatWasRepairedIsReportedWithTheDelivery() throws IOException {
    try (IngestFixture fixture =
        new IngestFixture(home, feed("https://kraft.jobs.personio.example"))) {
      fixture.apply(positions(12, "<department>El\u000bnät</department>"));

      assertThat(fixture.notices())
          .anyMatch(n -> n.contains("repaired-control-character") && n.contains("12 times"));
    }
  }

  @Test
  void anotherValueOfTheFeedAppliesItsNewestDeliveryAgain() throws IOException {
    IngestFixture first = new IngestFixture(home, feed("https://kraft.jobs.personio.example"));
    first.apply(positions(12, ""));
    try (IngestFixture fixture = first.reopened(home, feed("https://jobb.kraft.example"))) {
      fixture.ingest().applyAgainWhatChanged();

      assertThat(fixture.work()).contains("12 accepted (12 new or changed)");
    }
  }
}
