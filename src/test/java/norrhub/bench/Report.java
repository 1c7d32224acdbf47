package norrhub.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The result as a table: medians of the rounds. */
record Report(int vacancies, int rounds, long bytes, List<Step> steps) {
  private static final String BEGIN = "<!-- result: written by the benchmark -->";
  private static final String END = "<!-- end of result -->";

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        %s, medians of %d rounds after one of warm-up: %,d vacancies, %,d MB of XML; -Xmx%dm,
        %d processors, Java %s. The raw parse took %.2f CPU seconds, the median of all.

        | step | receive | apply: hub | apply: PostgreSQL | together | × raw parse | vacancy rows written | database log |
        |---|---|---|---|---|---|---|---|
        """
            .formatted(
                LocalDate.now(Clock.systemUTC()),
                rounds,
                vacancies,
                bytes / 1_000_000,
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(),
                raw()));
    steps.stream().map(Step::name).distinct().forEach(name -> text.append(line(name)));
    return text.toString();
  }

  /** A step's median by the median of all raw parses of the run: one measure for the whole page. */
  double ratio(String step) {
    return median(step, Step::seconds) / raw();
  }

  private double raw() {
    return median(steps.stream().mapToDouble(Step::raw));
  }

  void write(Path file) throws IOException {
    Files.writeString(file, text(), UTF_8);
  }

  /** Puts the result between its marks; what people wrote around them stays. */
  void keep(Path document) throws IOException {
    String before = Files.readString(document, UTF_8);
    int begin = before.indexOf(BEGIN) + BEGIN.length();
    int end = before.indexOf(END);
    String after = before.substring(0, begin) + "\n" + text() + before.substring(end);
    Files.writeString(document, after, UTF_8);
  }

  private String line(String name) {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f s | %.2f s | %.2f s | %.2f s | **%.1f** | %,d | %,.1f MB |%n",
        name,
        median(name, step -> step.receive().both()),
        median(name, step -> step.apply().hub()),
        median(name, step -> step.apply().postgres()),
        median(name, Step::seconds),
        ratio(name),
        (long) median(name, Step::vacancies),
        median(name, Step::logged) / 1e6);
  }

  private double median(String name, ToDoubleFunction<Step> value) {
    return median(steps.stream().filter(step -> step.name().equals(name)).mapToDouble(value));
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
