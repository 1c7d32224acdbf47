package norrhub.ingest;

import static norrhub.ingest.KraftJobs.feed;
import static norrhub.ingest.KraftJobs.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.delivery.DeliveryIntake;
import norrhub.delivery.DetailIndex;
import norrhub.delivery.Details;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.partner.Transport;
import norrhub.platform.Pruned;
import norrhub.platform.Retention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came in ends, but for what may be asked for again. */
class DeliveryRetentionTest {
  @TempDir Path home;
  private IngestFixture fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new IngestFixture(home, feed("feed", 30));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void theArchiveKeepsNinetyDaysAndTheNewestDelivery() throws IOException {
    fixture.apply(file(12));
    fixture.later(Duration.ofDays(80));
    fixture.apply(file(13));
    fixture.later(Duration.ofDays(20));
    prune();
    assertThat(files()).hasSize(1);

    fixture.later(Duration.ofDays(1000));
    prune();
    assertThat(files()).hasSize(1);
    fixture = fixture.reopened(home, feed("feed", 30) + "timeZone: Europe/Tallinn\n");
    assertThat(fixture.work()).startsWith("APPLIED: 13 received, 13 accepted");
  }

  @Test
  void theLedgerKeepsAYearTheNewestAndWhatStillLiesAtItsSource() throws IOException {
    fixture.receive("a.csv", file(12));
    fixture.work();
    fixture.receive("b.csv", file(12));
    fixture.work();
    fixture.receive("b.csv", file(12).replace("Montör 5", "Elektriker 5"));
    fixture.work();
    fixture.later(Duration.ofDays(400));
    Map<String, Pruned> due = fixture.bean(Retention.class).due();
    prune();

    assertThat(due.get("deliveries").count()).isEqualTo(1);
    assertThat(ids()).as("a.csv still lies there").containsExactly("kraft-jobs-1", "kraft-jobs-3");
    fixture.bean(DeliveryIntake.class).sourceHolds("kraft-jobs", Transport.SFTP, Set.of("b.csv"));
    prune();
    assertThat(ids()).containsExactly("kraft-jobs-3");
    assertThat(fixture.report().last().orElseThrow().delivery()).isEqualTo("kraft-jobs-3");
  }

  @Test
  void whatAnUnchangedDeliveryIsTheSameAsGoesAfterIt() throws IOException {
    fixture.receive("a.csv", file(12));
    fixture.work();
    fixture.receive("a.csv", file(12));
    fixture.work();
    fixture.later(Duration.ofDays(400));
    prune();
    assertThat(ids()).as("the newest, and what it is the same as").hasSize(2);
    fixture.receive("a.csv", file(13));
    fixture.work();
    prune();
    prune();
    assertThat(ids()).containsExactly("kraft-jobs-3");
  }

  @Test
  void noticesGoAfterNinetyDaysButForTheNewestDeliverys() throws IOException {
    fixture.apply(file(12).replace("2026-12-24", "när det passar"));
    fixture.apply(file(12).replace("2026-12-24", "så fort som möjligt"));
    fixture.later(Duration.ofDays(100));
    prune();

    assertThat(
            fixture
                .db()
                .sql("select distinct delivery from delivery_notice")
                .query(Long.class)
                .list())
        .containsExactly(2L);
    assertThat(fixture.notices()).hasSize(12);
  }

  @Test
  void aDetailInUseStaysHoweverOldItIs() throws IOException {
    ArchivedPart known = keep("detail 1");
    ArchivedPart named = keep("detail 2");
    ArchivedPart unused = keep("detail 3");
    fixture.bean(Details.class).answered("kraft-jobs", "r1", 1, known, fixture.now());
    var index = new DetailIndex();
    index.put("r2", Optional.of(named), Optional.empty());
    fixture.polled(List.of(keep("list"), index.keep(fixture.archive())));
    fixture.later(Duration.ofDays(200));
    Pruned due = fixture.bean(Retention.class).due().get("archive");
    prune();

    assertThat(due.count()).isEqualTo(1);
    assertThat(due.bytes()).isEqualTo(unused.size());
    assertThat(files()).contains(known.sha256(), named.sha256()).doesNotContain(unused.sha256());
  }

  @Test
  void whatSeveralRunsAreNeededForIsGoneInTheEnd() throws IOException {
    for (int n = 0; n < 40; n++) {
      keep("old " + n);
    }
    fixture.later(Duration.ofDays(100));
    prune();

    assertThat(files()).isEmpty();
    assertThat(fixture.bean(Retention.class).pruned().get("archive").count()).isEqualTo(40);
  }

  private ArchivedPart keep(String text) throws IOException {
    return fixture.archive().keep(text, new ByteArrayInputStream(text.getBytes()), 1000);
  }

  private void prune() {
    fixture.bean(Retention.class).prune();
  }

  private List<String> ids() {
    return fixture.db().sql("select id from delivery order by number").query(String.class).list();
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("data/archive"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toSet());
    }
  }
}
