package norrhub.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import norrhub.delivery.DeliveryIntake;
import norrhub.platform.Retention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A feed that is polled every five minutes and answers a new timestamp each time: whatever it says
 * again leaves neither rows nor files behind. {@code -Dpolls=10000} does so for five weeks.
 */
class SameRecordsTest {
  private static final int POLLS = Integer.getInteger("polls", 240);

  /** Replaced bytes stay for six hours. */
  private static final int POLLS_OF_SIX_HOURS = 72;

  private static final String SAMPLE = sample();

  @TempDir Path home;
  private IngestFixture fixture;
  private int poll;

  @BeforeEach
  void open() throws IOException {
    fixture = new IngestFixture(home, KraftJobs.feed("varbi-rss", "feed", 50, "live"));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aChangingTimestampLeavesNeitherRowsNorFilesBehind() throws IOException {
    String text = SAMPLE.replace("senast 2026-12-18", "senast igår");
    poll(text);
    poll(text);
    List<String> notices = fixture.notices();
    List<Long> rows = rows();
    Instant began = received();
    for (int n = 2; n < POLLS; n++) {
      assertThat(poll(text)).contains("(0 new or changed)");
    }

    assertThat(rows()).isEqualTo(rows);
    assertThat(count("delivery")).isEqualTo(2);
    assertThat(fixture.notices()).isNotEmpty().isEqualTo(notices);
    assertThat(files()).isLessThan(POLLS_OF_SIX_HOURS + 12);
    assertThat(received()).isEqualTo(began.plus(Duration.ofMinutes(5L * (POLLS - 2))));
    assertThat(one("select sum(confirmations) from delivery")).isEqualTo(POLLS - 2);
    System.out.printf(
        "%d polls: rows %s, %d files of %,d bytes in the archive%n",
        POLLS, rows(), files(), bytes());
  }

  @Test
  void soDoesARecordThatIsRejectedEachTime() throws IOException {
    String text =
        SAMPLE
            .replaceFirst("jobID:812345/</link>", "x</link>")
            .replaceFirst("(?s)<guid.*?</guid>", "");
    poll(text);
    poll(text);
    List<Long> rows = rows();
    for (int n = 0; n < 20; n++) {
      assertThat(poll(text)).contains("2 rejected");
    }

    assertThat(rows()).isEqualTo(rows);
  }

  /** The same, the same bytes and HTTP 304, in turns. */
  @Test
  void soDoesWhatIsTheSameInDifferentWays() throws IOException {
    poll(SAMPLE);
    poll(SAMPLE);
    for (int n = 0; n < 20; n++) {
      poll(SAMPLE);
      poll--;
      poll(SAMPLE);
      fixture.later(Duration.ofMinutes(1));
      fixture
          .bean(DeliveryIntake.class)
          .confirmUnchanged("kraft-jobs", "kraftbolaget", fixture.now());
      fixture.work();
    }

    assertThat(count("delivery")).isEqualTo(2);
    assertThat(fixture.report().last().orElseThrow().at()).isEqualTo(fixture.now());
  }

  @Test
  void whatIsNewHasARowOfItsOwn() throws IOException {
    poll(SAMPLE);
    poll(SAMPLE);
    poll(SAMPLE.replace("gruvteknik", "bergteknik"));
    poll(SAMPLE.replace("gruvteknik", "bergteknik").replace("2026-12-18", "igår"));
    assertThat(count("delivery")).isEqualTo(4);
  }

  /** On trial no delivery changes anything, and yet each may say something new. */
  @Test
  void onTrialOtherRecordsAreNews() throws IOException {
    fixture = fixture.reopened(home, KraftJobs.feed("varbi-rss", "changes", 50, "trial"));
    poll(SAMPLE);
    poll(SAMPLE);
    assertThat(count("delivery")).isEqualTo(1);
    poll(SAMPLE.replace("gruvteknik", "bergteknik"));
    assertThat(count("delivery")).isEqualTo(2);
  }

  private String poll(String text) throws IOException {
    fixture.later(Duration.ofMinutes(5));
    String now = text.replace("Sat, 21 Nov 2026 06:05:00", "Sat, 21 Nov 2026 06:05:00 #" + poll++);
    var part =
        fixture.archive().keep("page 1", new ByteArrayInputStream(now.getBytes(UTF_8)), 1 << 30);
    String outcome = fixture.polled(List.of(part));
    if (poll % 12 == 0) {
      fixture.bean(Retention.class).prune();
    }
    return outcome;
  }

  private List<Long> rows() {
    return Stream.of("delivery", "delivery_notice", "vacancy", "vacancy_version", "change")
        .map(table -> (long) count(table))
        .toList();
  }

  private int count(String table) {
    return one("select count(*) from " + table);
  }

  private int one(String query) {
    return fixture.db().sql(query).query(Integer.class).single();
  }

  private Instant received() {
    return fixture
        .db()
        .sql("select max(received_at) from delivery")
        .query(java.time.OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private int files() throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("data/archive"))) {
      return (int) files.filter(Files::isRegularFile).count();
    }
  }

  private long bytes() throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("data/archive"))) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }

  private static String sample() {
    try {
      return Files.readString(Path.of("config/formats/varbi-rss/sample.xml"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
