package norrhub.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import norrhub.FreePort;

/** A hub as an admin starts it: {@code java -jar}, on the packed jar. */
final class Hub implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<String> command;
  private final Path log;
  private final int webPort = FreePort.next();
  private final int managementPort = FreePort.next();
  private Process process;

  /**
   * @param settings what differs from the defaults
   */
  Hub(Path log, List<String> settings) throws IOException {
    this.log = log;
    command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx384m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-jar");
    command.add(jar().toString());
    command.add("--server.port=" + webPort);
    command.add("--management.server.port=" + managementPort);
    command.addAll(settings);
    process = start();
  }

  /** The packed jar of this build. */
  static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("norrhub-.*\\.jar"))
          .findFirst()
          .map(Path::toAbsolutePath)
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "target/norrhub-….jar is missing: run `mvn -Pfaults verify`, which packs it first"));
    }
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void startAgain() throws IOException {
    process = start();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Until it serves its health page, in whatever state. */
  void awaitUp() {
    await(toString())
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> !process.isAlive() || get(managementPort, "/actuator/health").isPresent());
  }

  /** A page for boards; empty while it cannot be had. */
  Optional<String> feed(String path) {
    return get(webPort, "/feeds/" + path);
  }

  @Override
  public String toString() {
    return "the hub whose log is " + log;
  }

  private static Optional<String> get(int port, String path) {
    try {
      HttpResponse<String> answer =
          HTTP.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                  .timeout(Duration.ofSeconds(10))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return Optional.of(answer.body()).filter(body -> answer.statusCode() == 200);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process start() throws IOException {
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    return started;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
