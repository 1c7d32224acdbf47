package norrhub.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import norrhub.FreePort;

/** The hub as it runs in earnest: a process of its own, that can be killed. */
final class HubProcess implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path log;
  private final int webPort = FreePort.next();
  private final int managementPort = FreePort.next();

  /**
   * What it says goes to target/acceptance.
   *
   * @param home holds config/ and data/, and routes/ where they are not the hub's own
   */
  HubProcess(Path home, String databaseUrl, List<String> settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx384m");
    settings.stream().filter(HubProcess::isOfTheMachine).forEach(command::add);
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("norrhub.Norrhub");
    command.add("--norrhub.home.config=" + home.resolve("config"));
    command.add("--norrhub.home.routes=" + routes(home));
    command.add("--norrhub.home.data=" + home.resolve("data"));
    command.add("--norrhub.pace.poll-at-most=1s");
    command.add("--norrhub.pace.settle-at-most=500ms");
    command.add("--norrhub.pace.publish-at-most=1s");
    command.add("--spring.datasource.url=" + databaseUrl);
    command.add("--spring.datasource.username=postgres");
    command.add("--server.port=" + webPort);
    command.add("--management.server.port=" + managementPort);
    settings.stream().filter(setting -> !isOfTheMachine(setting)).forEach(command::add);
    try {
      Path logs = Files.createDirectories(Path.of("target", "acceptance"));
      log = logs.resolve("hub-" + webPort + ".log");
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  private static Path routes(Path home) {
    Path own = home.resolve("routes");
    return Files.exists(own) ? own : Path.of("routes").toAbsolutePath();
  }

  /** An option of the virtual machine; the last one of a kind counts. */
  private static boolean isOfTheMachine(String setting) {
    return setting.startsWith("-X");
  }

  /** Waits until it takes requests; single feeds or boards may be in trouble. */
  HubProcess awaitUp() {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> !process.isAlive() || isReady());
    if (!process.isAlive()) {
      throw new IllegalStateException("the hub did not start: exit code " + process.exitValue());
    }
    return this;
  }

  /** The parts of the page that are up do not count: some are before the whole hub is. */
  private boolean isReady() {
    return get("http://127.0.0.1:" + managementPort + "/actuator/health/readiness")
        .startsWith("{\"status\":\"UP\"");
  }

  /** The body of the health page; empty while nobody answers. */
  String health() {
    return get("http://127.0.0.1:" + managementPort + "/actuator/health");
  }

  /** The answer of a path on the management port. */
  HttpResponse<String> managed(String path) throws Exception {
    return answer("http://127.0.0.1:" + managementPort + "/actuator/" + path);
  }

  /** The answer of a feed's address. */
  HttpResponse<String> feedAnswer(String path) throws Exception {
    return answer("http://127.0.0.1:" + webPort + "/feeds/" + path);
  }

  private static HttpResponse<String> answer(String address) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** What it has said so far. */
  List<String> log() throws IOException {
    return Files.readAllLines(log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Runs a command of the command line against this hub; what it says, and its exit code. */
  String command(String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "norrhub.Norrhub"));
    command.addAll(List.of(words));
    command.addAll(List.of("--port", Integer.toString(managementPort)));
    Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.strip() + " (exit code " + run.waitFor() + ")";
  }

  /** The body of a feed's address; empty while nobody answers. */
  String feed(String path) {
    return get("http://127.0.0.1:" + webPort + "/feeds/" + path);
  }

  int webPort() {
    return webPort;
  }

  int managementPort() {
    return managementPort;
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private static String get(String address) {
    try {
      return HTTP.send(
              HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A home with the campaign's formats, vocabulary and boards, and no partner yet. */
  static Path home(Path folder) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    for (String part : List.of("formats", "vocabulary", "boards")) {
      Files.createSymbolicLink(config.resolve(part), Path.of("config", part).toAbsolutePath());
    }
    Files.createDirectories(config.resolve("partners"));
    return folder;
  }
}
