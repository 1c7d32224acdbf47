package norrhub.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import norrhub.FreePort;

/** A Dovecot of the run's own, whose log tells what each session did with which mail. */
final class DovecotServer implements MailServer {
  private final String version;
  private final DovecotFolder files = new DovecotFolder();
  private final int port = FreePort.next();
  private final Process process;
  private final TcpProxy door;

  /**
   * @param folder for its configuration and its log
   */
  DovecotServer(DovecotProgram program, Path folder) throws IOException {
    version = program.version();
    Path log = Files.createDirectories(folder.toAbsolutePath()).resolve("log");
    Path configuration =
        Files.writeString(log.resolveSibling("dovecot.conf"), files.configuration(port, log));
    process =
        new ProcessBuilder(
                program.file().orElseThrow().toString(), "-F", "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    await("Dovecot, whose log is " + log)
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(this::greets);
    door = new TcpProxy(port);
  }

  private boolean greets() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(2000);
      return socket.getInputStream().read() == '*';
    }
  }

  @Override
  public String name() {
    return "Dovecot " + version;
  }

  @Override
  public TcpProxy door() {
    return door;
  }

  @Override
  public void open(String account) throws IOException {
    files.maildir(account).create();
    Files.writeString(
        files.accounts(), "%s:{PLAIN}%s%n".formatted(account, PASSWORD), StandardOpenOption.APPEND);
  }

  @Override
  public void deliver(String account, String mail) throws IOException {
    files.maildir(account).deliver(mail);
  }

  @Override
  public int waiting(String account) throws IOException {
    return files.maildir(account).waiting();
  }

  /** Its sessions outlive it for a moment. */
  @Override
  public void close() throws IOException, InterruptedException {
    door.close();
    List<ProcessHandle> all = Signals.family(process.toHandle());
    process.destroy();
    process.waitFor(10, TimeUnit.SECONDS);
    all.forEach(ProcessHandle::destroyForcibly);
    files.delete();
  }
}
