package norrhub.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the database is, and who the hub is there. Connections made here are not the pool's.
 *
 * @param settings of the driver, beside user and password
 */
public record DatabaseAddress(String url, String user, String password, Properties settings) {

  /** A connection of one's own; none of its steps takes longer than {@code patience}. */
  Connection connect(Duration patience) throws SQLException {
    Properties all = new Properties();
    all.putAll(settings);
    all.setProperty("user", user);
    all.setProperty("password", password);
    String seconds = Long.toString(Math.max(1, patience.toSeconds()));
    all.setProperty("loginTimeout", seconds);
    all.setProperty("connectTimeout", seconds);
    all.setProperty("socketTimeout", seconds);
    all.setProperty("sslResponseTimeout", Long.toString(patience.toMillis()));
    all.setProperty("ApplicationName", "norrhub-watch");
    return DriverManager.getConnection(url, all);
  }

  /** Why no connection can be made; empty where it can. */
  public Optional<String> objection(Duration patience) {
    if (!url.startsWith("jdbc:postgresql:")) {
      return Optional.of("an address of PostgreSQL begins with jdbc:postgresql:");
    }
    try (Connection connection = connect(patience)) {
      return connection.isValid((int) patience.toSeconds())
          ? Optional.empty()
          : Optional.of("it does not answer");
    } catch (SQLException e) {
      return Optional.of(reason(e));
    }
  }

  /** The address as it may be shown: what follows a question mark may hold a password. */
  public String shown() {
    return url.replaceAll("\\?.*", "");
  }

  /** The first line of what the driver says, without its prefix. */
  static String reason(SQLException failure) {
    Throwable cause = failure.getCause();
    String own = line(failure);
    // The driver tells less than the network does.
    return cause != null && own.startsWith("The connection attempt failed")
        ? "no connection: " + line(cause)
        : own;
  }

  private static String line(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    String first = message.strip().lines().findFirst().orElse("").strip();
    return first.isEmpty() || first.equals("null")
        ? failure.getClass().getSimpleName()
        : first.replaceFirst("^(FATAL|ERROR): ", "").replaceFirst("\\.$", "");
  }

  @Override
  public String toString() {
    return user + " at " + shown();
  }
}
