package norrhub.acceptance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import norrhub.FreePort;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of one test alone, to be stopped, started again and paused. */
final class OwnPostgres implements AutoCloseable {
  private final Path data;
  private final int port = FreePort.next();
  private @Nullable EmbeddedPostgres server;

  OwnPostgres(Path folder) throws IOException {
    this.data = folder.resolve("postgres");
    start();
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
  }

  void start() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPort(port)
            .start();
  }

  void stop() throws IOException {
    EmbeddedPostgres last = server;
    server = null;
    if (last != null) {
      last.close();
    }
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** All its processes stand still, as on a machine whose disk does not answer. */
  void pause() throws Exception {
    signal("-STOP");
  }

  void goOn() throws Exception {
    signal("-CONT");
  }

  private void signal(String signal) throws Exception {
    for (ProcessHandle process : processes()) {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }
  }

  private List<ProcessHandle> processes() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
  }

  Path data() {
    return data;
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
