package norrhub.ingest;

import static norrhub.ingest.KraftJobs.file;
import static norrhub.ingest.KraftJobs.twoFeeds;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkersTest {
  @TempDir Path home;

  /** Both find the vacancies new, in the same moment. */
  @Test
  void twoFeedsThatBringTheSameVacanciesAtOnceMakeThemOnce() throws Exception {
    try (IngestFixture fixture = new IngestFixture(home, twoFeeds("feed"))) {
      fixture.receiveOf("kraft-x", file(2_000));
      fixture.receiveOf("kraft-y", file(2_000));
      ExecutorService workers = Executors.newFixedThreadPool(2);
      List<Future<?>> runs = new ArrayList<>();
      for (int n = 0; n < 2; n++) {
        runs.add(workers.submit(() -> fixture.ingest().work()));
      }
      for (Future<?> run : runs) {
        run.get();
      }
      workers.shutdown();
      assertThat(fixture.changes())
          .hasSize(2_000)
          .allMatch(change -> change.contains("v1 OPEN new"));
      assertThat(
              fixture.db().sql("select sum(attempts) from delivery").query(Integer.class).single())
          .as("nobody stumbled")
          .isZero();
    }
  }
}
