package norrhub.sandbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL whose data outlive it, also a {@code kill -9} of this process.
 *
 * <p>PostgreSQL runs on when its parent is killed. The next start on the same folder stops what is
 * left of it first.
 */
public final class PostgresStandIn implements AutoCloseable {
  public static final String USER = "postgres";
  private static final int SECONDS_TO_STOP = 15;

  private final EmbeddedPostgres server;

  /**
   * @param folder of this server alone
   */
  public PostgresStandIn(Path folder) throws IOException {
    Path data = Files.createDirectories(folder.toAbsolutePath()).resolve("data");
    Path ready = folder.resolve("ready");
    stopLeftover(data.resolve("postmaster.pid"));
    if (!Files.exists(ready)) {
      FileSystemUtils.deleteRecursively(data); // it was killed while it made its first files
    }
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setOutputRedirector(Redirect.appendTo(folder.resolve("log").toFile()))
            .setErrorRedirector(Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    checkThatItIsOurs(data);
    Files.writeString(ready, "The data folder beside this file is whole.\n");
  }

  public String jdbcUrl() {
    return server.getJdbcUrl(USER, "postgres");
  }

  private static void stopLeftover(Path pidFile) throws IOException {
    if (Files.exists(pidFile)) {
      long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
      Optional<ProcessHandle> left = ProcessHandle.of(pid).filter(PostgresStandIn::isPostgres);
      if (left.isPresent()) {
        stop(left.get());
      } else {
        Files.delete(pidFile);
      }
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(c -> c.endsWith("/postgres")).isPresent();
  }

  private static void stop(ProcessHandle postgres) throws IOException {
    try {
      postgres.destroy();
      postgres.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException(
          "A PostgreSQL of an earlier start does not stop: end process " + postgres.pid(), e);
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Where something else listens on its port, the library would take that for its own server. */
  private void checkThatItIsOurs(Path data) throws IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show data_directory")) {
      row.next();
      if (!Path.of(row.getString(1)).toRealPath().equals(data.toRealPath())) {
        throw new IOException("Another PostgreSQL answers on port " + server.getPort());
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
