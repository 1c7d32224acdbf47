package norrhub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Whatever breaks, and in whatever order: nothing is lost, nothing is doubled, nothing overtakes,
 * and everybody sees the same in the end.
 */
@Tag("faults")
class FaultsTest {
  private static final long SEED = Long.getLong("faults.seed", System.nanoTime() % 1_000_000);
  private static final int COUNT = Integer.getInteger("faults.count", 60);
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration LAST_PUBLISHING = Duration.ofSeconds(40);

  /**
   * Nobody wants to read each login at the servers of this process, or that a killed one is gone.
   */
  @BeforeAll
  static void beQuiet() {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    ((Logger) LoggerFactory.getLogger("io.zonky.test")).setLevel(Level.OFF);
  }

  @Test
  void oneHubEndsWhereItsPartnersAre() throws Exception {
    run(1);
  }

  @Test
  void twoHubsEndWhereTheirPartnersAre() throws Exception {
    run(2);
  }

  private static void run(int hubs) throws Exception {
    Hub.jar();
    Path folder = Path.of("target", "faults", hubs + "-" + SEED);
    FileSystemUtils.deleteRecursively(folder);
    Files.createDirectories(folder);
    System.out.printf(
        "%d faults on %d hub(s), -Dfaults.seed=%d, logs in %s%n", COUNT, hubs, SEED, folder);
    Instant began = Instant.now();
    try (PrintStream diary =
            new PrintStream(folder.resolve("diary.txt").toFile(), StandardCharsets.UTF_8);
        Scene scene = new Scene(folder, hubs);
        Follower follower = new Follower(scene.hubs())) {
      Driver driver = new Driver(scene, new Random(SEED), diary);
      driver.begin();
      awaitQuiet(scene);
      driver.letHappen(COUNT);
      driver.end();
      List<String> faults = new ArrayList<>(awaitQuiet(scene));
      faults.addAll(check(scene, follower, driver));
      new Report(scene, driver, Duration.between(began, Instant.now()), faults.size())
          .write(folder.resolve("report.md"));
      Files.write(folder.resolve("violations.txt"), faults);
      assertThat(faults.stream().limit(20).map(FaultsTest::shortened))
          .as("seed %d (-Dfaults.seed=%d -Dfaults.count=%d), logs in %s", SEED, SEED, COUNT, folder)
          .isEmpty();
    }
  }

  private static List<String> awaitQuiet(Scene scene) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    List<String> open = new Quiet(scene).underWay();
    while (!open.isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(2000);
      open = new Quiet(scene).underWay();
    }
    return open;
  }

  /** The last documents may still be in the making. */
  private static List<String> check(Scene scene, Follower follower, Driver driver)
      throws Exception {
    List<String> faults = new ArrayList<>(follower.faults());
    faults.addAll(new LedgerCheck(scene.database().look(), driver.sent()).faults());
    faults.addAll(new CatalogueCheck(scene.database().look(), scene.senders()).faults());
    Instant end = Instant.now().plus(LAST_PUBLISHING);
    List<String> boards = new BoardCheck(scene, follower).faults();
    while (!boards.isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(2000);
      boards = new BoardCheck(scene, follower).faults();
    }
    faults.addAll(boards);
    return faults;
  }

  private static String shortened(String fault) {
    return fault.length() > 300 ? fault.substring(0, 300) + " …" : fault;
  }
}
