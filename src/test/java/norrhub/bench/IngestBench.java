package norrhub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * What one large feed costs, poll after poll: new, without news, with 1 % news, byte for byte the
 * same. Every step is set against the raw parses of the same files in the same run, so that the
 * ratios hold on other machines too.
 *
 * <p>{@code -Dbench.vacancies}, {@code -Dbench.rounds}; {@code -Dbench.keep=true} writes the result
 * into src/docs/performance.md.
 */
@Tag("bench")
class IngestBench {
  private static final Logger log = LoggerFactory.getLogger(IngestBench.class);
  private static final int VACANCIES = Integer.getInteger("bench.vacancies", 100_000);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
  private static final double MOST_RAW_PARSES = 5;

  @TempDir Path folder;
  private Path first;
  private Path again;
  private Path revised;

  @BeforeEach
  void generate() throws IOException {
    first = folder.resolve("first.xml");
    again = folder.resolve("again.xml");
    revised = folder.resolve("revised.xml");
    new VacancyFeed(VACANCIES, "2026-11-22T04:00:00Z", 0).write(first);
    new VacancyFeed(VACANCIES, "2026-11-22T05:00:00Z", 0).write(again);
    new VacancyFeed(VACANCIES, "2026-11-22T06:00:00Z", 100).write(revised);
  }

  @Test
  void aFeedWithoutNewsCostsLittleMoreThanReadingIt() throws Exception {
    List<Step> steps = new ArrayList<>();
    round("warm-up");
    for (int round = 1; round <= ROUNDS; round++) {
      steps.addAll(round("round " + round));
    }
    Report report = new Report(VACANCIES, ROUNDS, Files.size(first), steps);
    report.write(Path.of("target/bench.md"));
    if (Boolean.getBoolean("bench.keep")) {
      report.keep(Path.of("src/docs/performance.md"));
    }
    log.info("\n{}", report.text());
    assertThat(steps.stream().filter(step -> step.name().equals("unchanged")))
        .allSatisfy(step -> assertThat(step.vacancies()).isZero());
    assertThat(report.ratio("unchanged")).isLessThanOrEqualTo(MOST_RAW_PARSES);
  }

  private List<Step> round(String name) throws IOException, XMLStreamException {
    log.info("{}", name);
    Path home = Files.createDirectories(folder.resolve("home"));
    List<Step> steps = new ArrayList<>();
    try (BenchHub hub = new BenchHub(home)) {
      CpuClock cpu = new CpuClock(hub.db());
      steps.add(deliver("fresh", first, hub, cpu));
      steps.add(publish("board document of all", steps.get(0), hub, cpu));
      steps.add(deliver("unchanged", again, hub, cpu));
      steps.add(deliver("1 % changed", revised, hub, cpu));
      steps.add(publish("board document after 1 %", steps.get(3), hub, cpu));
      steps.add(deliver("the same bytes", revised, hub, cpu));
    } finally {
      FileSystemUtils.deleteRecursively(home);
    }
    return steps;
  }

  private Step deliver(String name, Path file, BenchHub hub, CpuClock cpu)
      throws IOException, XMLStreamException {
    Cpu start = cpu.now();
    RawParse.of(file);
    double raw = cpu.now().minus(start).hub();
    hub.rest();
    haveMemoryForCopyOf(file);
    DatabaseWrites writes = hub.writes();
    Cpu before = cpu.now();
    hub.receive(file);
    Cpu received = cpu.now();
    hub.apply();
    Cpu applied = cpu.now();
    return told(
        new Step(
            name,
            raw,
            received.minus(before),
            applied.minus(received),
            writes.vacancies(),
            writes.logged(),
            hub.outcome()));
  }

  /**
   * A virtual machine gets memory from its host page by page when it is first touched, and pays
   * four times the price of the archive's write for it: the machine's cost, not the hub's. What a
   * deleted copy of the file has touched is at hand.
   */
  private void haveMemoryForCopyOf(Path file) throws IOException {
    Path copy = folder.resolve("copy");
    Files.copy(file, copy);
    Files.delete(copy);
  }

  private static Step publish(String name, Step delivered, BenchHub hub, CpuClock cpu)
      throws IOException {
    hub.rest();
    DatabaseWrites writes = hub.writes();
    Cpu before = cpu.now();
    hub.publish();
    Cpu used = cpu.now().minus(before);
    return told(
        new Step(
            name,
            delivered.raw(),
            new Cpu(0, 0),
            used,
            writes.vacancies(),
            writes.logged(),
            "published"));
  }

  private static Step told(Step step) {
    log.info("{}", step);
    return step;
  }
}
