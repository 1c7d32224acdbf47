package norrhub.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import norrhub.FreePort;
import norrhub.sandbox.MatchingStandIn;

/** An Artemis elsewhere: a process of its own, that can be killed. */
final class Broker implements AutoCloseable {
  private final Path folder;
  private final int port = FreePort.next();
  private final TcpProxy door;
  private Process process;

  Broker(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.toAbsolutePath());
    door = new TcpProxy(port);
    process = start();
  }

  /** Where consumers come in. */
  int port() {
    return port;
  }

  TcpProxy door() {
    return door;
  }

  /** What the hub needs to know of it. */
  List<String> settings() {
    return List.of(
        "--norrhub.broker.url=tcp://127.0.0.1:" + door.port(),
        "--norrhub.broker.user=" + MatchingStandIn.USER,
        "--norrhub.broker.password=" + MatchingStandIn.PASSWORD);
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void startAgain() throws IOException {
    process = start();
  }

  private Process start() throws IOException {
    File log = folder.resolve("log").toFile();
    Process started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                folder.resolve("data").toString(),
                String.valueOf(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    return started;
  }

  @Override
  public void close() throws IOException {
    door.close();
    process.destroyForcibly();
  }
}
