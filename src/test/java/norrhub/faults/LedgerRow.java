package norrhub.faults;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row of the hub's ledger, as anybody with SQL reads it. */
record LedgerRow(
    long number,
    String id,
    String feed,
    String transport,
    String name,
    String state,
    boolean complete,
    int rejected,
    int heldBack,
    String outcome,
    Instant finished,
    List<String> hashes) {
  private static final Pattern HASH = Pattern.compile("\"sha256\": ?\"([0-9a-f]{64})\"");

  static List<LedgerRow> all(JdbcClient look) {
    return look.sql("select *, parts::text as all_parts from delivery order by number")
        .query(LedgerRow::of)
        .list();
  }

  private static LedgerRow of(ResultSet row, int n) throws SQLException {
    Timestamp finished = row.getTimestamp("finished_at");
    return new LedgerRow(
        row.getLong("number"),
        row.getString("id"),
        row.getString("feed"),
        row.getString("transport"),
        row.getString("name"),
        row.getString("state"),
        row.getBoolean("complete"),
        row.getInt("rejected"),
        row.getInt("held_back"),
        String.valueOf(row.getString("outcome")),
        finished == null ? Instant.MAX : finished.toInstant(),
        HASH.matcher(row.getString("all_parts")).results().map(hash -> hash.group(1)).toList());
  }

  /** Whether this is what became of that file or mail. */
  boolean isOf(Input input) {
    boolean sameName = input.poison() && state.equals("REFUSED") && name.equals(input.name());
    return feed.equals(input.feed()) && (hashes.equals(input.hashes()) || sameName);
  }

  @Override
  public String toString() {
    return "%s (%s) %s: %s".formatted(id, name, state, outcome);
  }
}
