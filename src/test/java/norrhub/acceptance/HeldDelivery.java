package norrhub.acceptance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A delivery of a running hub that cannot end before this is closed, however fast the machine. */
final class HeldDelivery implements AutoCloseable {
  private final Connection connection;

  HeldDelivery(String database, String feed) throws SQLException {
    connection = DriverManager.getConnection(database, "postgres", "");
    connection.setAutoCommit(false);
    try (var query =
        connection.prepareStatement(
            "select 1 from delivery where feed = ? and state = 'RECEIVED' for no key update")) {
      query.setString(1, feed);
      try (var rows = query.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException("No delivery of " + feed + " is being applied");
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }
}
