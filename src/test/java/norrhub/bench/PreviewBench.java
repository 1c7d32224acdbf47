package norrhub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An admin previews a file of 100 000 vacancies on a small machine. */
@Tag("bench")
class PreviewBench {
  private static final Logger log = LoggerFactory.getLogger(PreviewBench.class);
  private static final int VACANCIES = Integer.getInteger("bench.vacancies", 100_000);
  private static final String HEAP = "-Xmx256m";

  @TempDir Path folder;

  @Test
  void aPreviewOf100000VacanciesHolds256MbAndTellsHowFarItIs() throws Exception {
    Path file = folder.resolve("jobs.xml");
    new VacancyFeed(VACANCIES, "2026-11-22T04:00:00Z", 0).write(file);
    Path progress = folder.resolve("progress");
    Path shown = folder.resolve("shown");

    long start = System.nanoTime();
    Process preview =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    HEAP,
                    "-XX:+ExitOnOutOfMemoryError",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "norrhub.Norrhub",
                    "preview",
                    "hrxml-platsbanken",
                    file.toString()))
            .redirectError(progress.toFile())
            .redirectOutput(shown.toFile())
            .start();
    boolean ended = preview.waitFor(15, TimeUnit.MINUTES);
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    preview.destroyForcibly();

    List<String> told = Files.readAllLines(progress);
    log.info(
        "{} vacancies, {} MB previewed with {}: {} s; {}",
        VACANCIES,
        Files.size(file) >> 20,
        HEAP,
        time.toSeconds(),
        lastLines(shown));
    assertThat(ended).isTrue();
    assertThat(preview.exitValue()).as(told.toString()).isZero();
    assertThat(told.stream().filter(line -> line.contains(" records read, ")))
        .hasSize(VACANCIES / 10_000);
    assertThat(lastLines(shown)).contains(VACANCIES + " received, " + VACANCIES + " accepted");
  }

  /** The sums stand at the end of hundreds of megabytes. */
  private static String lastLines(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return String.join(" | ", lines.filter(line -> line.contains(" received, ")).toList());
    }
  }
}
