package norrhub;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL for tests: one server for the whole run, an own migrated database for whoever
 * asks.
 */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Queue<HikariDataSource> OPEN = new ConcurrentLinkedQueue<>();

  private TestDatabase() {}

  /** The JDBC address of a new, migrated database. */
  public static String url() {
    return create(nextName(), "template " + Template.NAME);
  }

  /** The JDBC address of a new database without any table. */
  public static String emptyUrl() {
    return create(nextName(), "");
  }

  private static String nextName() {
    return "test" + COUNT.incrementAndGet();
  }

  private static String create(String name, String options) {
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " " + options);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Server.POSTGRES.getJdbcUrl("postgres", name);
  }

  /** A pool on a new, migrated database. */
  public static DataSource create() {
    return of(url());
  }

  /** A pool on a database that {@link #url} gave; {@link ClosedPools} closes it. */
  public static DataSource of(String url) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url);
    pool.setUsername("postgres");
    pool.setMinimumIdle(0);
    pool.setIdleTimeout(Duration.ofSeconds(10).toMillis());
    HikariDataSource opened = new HikariDataSource(pool);
    OPEN.add(opened);
    return opened;
  }

  /** Closes all pools that tests have opened. */
  static void closePools() {
    for (HikariDataSource pool = OPEN.poll(); pool != null; pool = OPEN.poll()) {
      pool.close();
    }
  }

  /** Migrated once; a copy of it costs less than the migrations. */
  private static final class Template {
    static final String NAME = migrated();

    private static String migrated() {
      String name = "migrated";
      Flyway.configure().dataSource(create(name, ""), "postgres", "").load().migrate();
      return name;
    }
  }

  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "300")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
