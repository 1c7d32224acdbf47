package norrhub.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL that is killed with all its processes, and started again on what it has written. */
final class Database implements AutoCloseable {
  private final Path folder;
  private final TcpProxy door;
  private final int port;
  private EmbeddedPostgres server;

  Database(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.toAbsolutePath());
    server = start(0);
    port = server.getPort();
    door = new TcpProxy(port);
  }

  TcpProxy door() {
    return door;
  }

  /** As the hub reaches it. */
  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(door.port());
  }

  /** For looking at it from outside, past the proxy. */
  JdbcClient look() {
    return JdbcClient.create(
        new JdbcTemplate(
            new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:%d/postgres?connectTimeout=2&socketTimeout=5"
                    .formatted(port),
                "postgres",
                "")));
  }

  /** kill -9 of all its processes. */
  void kill() throws IOException {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
    Files.deleteIfExists(folder.resolve("data/postmaster.pid"));
    server.close(); // lets go of its lock; the processes are gone already
  }

  void startAgain() throws IOException {
    server = start(port);
  }

  List<ProcessHandle> processes() throws IOException {
    Path pid = folder.resolve("data/postmaster.pid");
    return Signals.family(
        ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip())).orElseThrow());
  }

  /** Ends the sessions that the hub has. */
  void endSessions() {
    look()
        .sql(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where pid <> pg_backend_pid() and backend_type = 'client backend'""")
        .query((row, n) -> n)
        .list();
  }

  private EmbeddedPostgres start(int port) throws IOException {
    Redirect log = Redirect.appendTo(folder.resolve("log").toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setPGStartupWait(Duration.ofSeconds(60))
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        .start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    server.close();
  }
}
