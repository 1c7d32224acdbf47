package norrhub.acceptance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The rows of a database in one snapshot, as {@code pg_dump --data-only} takes them. The servers of
 * tests come without PostgreSQL's own programs.
 */
final class DatabaseBackup {
  private final Map<String, byte[]> tables = new LinkedHashMap<>();
  private final Map<String, Long> sequences = new LinkedHashMap<>();

  private DatabaseBackup() {}

  /** Takes the rows while a hub writes others. */
  static DatabaseBackup of(String url) throws Exception {
    DatabaseBackup backup = new DatabaseBackup();
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      ResultSet names =
          statement.executeQuery(
              """
              select relname from pg_class
              where relkind = 'r' and relnamespace = 'public'::regnamespace
                and relname <> 'flyway_schema_history'""");
      while (names.next()) {
        backup.tables.put(names.getString(1), new byte[0]);
      }
      for (String table : backup.tables.keySet()) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        copy(connection).copyOut("copy \"" + table + "\" to stdout (format binary)", rows);
        backup.tables.put(table, rows.toByteArray());
      }
      ResultSet counters =
          statement.executeQuery(
              "select sequencename, last_value from pg_sequences where last_value is not null");
      while (counters.next()) {
        backup.sequences.put(counters.getString(1), counters.getLong(2));
      }
    }
    return backup;
  }

  /**
   * @param url of a migrated database
   */
  void restore(String url) throws Exception {
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      // Foreign keys are checked by triggers, and the tables come in any order.
      statement.execute("set session_replication_role = replica");
      for (Map.Entry<String, byte[]> table : tables.entrySet()) {
        statement.execute("truncate \"" + table.getKey() + "\" cascade");
      }
      for (Map.Entry<String, byte[]> table : tables.entrySet()) {
        copy(connection)
            .copyIn(
                "copy \"" + table.getKey() + "\" from stdin (format binary)",
                new ByteArrayInputStream(table.getValue()));
      }
      for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
        statement.execute(
            "select setval('\"%s\"', %d)".formatted(sequence.getKey(), sequence.getValue()));
      }
    }
  }

  private static CopyManager copy(Connection connection) throws Exception {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
