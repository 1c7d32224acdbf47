package norrhub.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is not there from everything else that can fail. */
public final class DatabaseTrouble {
  private static final int DEEPEST = 20;
  private static final String TOO_MANY = "53300";

  private DatabaseTrouble() {}

  /** Whether the failure comes of a connection that was lost or could not be made. */
  public static boolean in(@Nullable Throwable failure) {
    return of(failure) != null;
  }

  static @Nullable SQLException of(@Nullable Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isOfConnection(sql.getSQLState())) {
        return sql;
      }
      if (cause instanceof SessionLost && cause.getCause() instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }

  /** Whether the failure came out of JDBC, for whatever reason. */
  static boolean isSql(@Nullable Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return true;
      }
    }
    return false;
  }

  /** Whether a server that answers refuses a connection: it is full, or the login is not right. */
  static boolean isRefusal(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith("28") || state.equals(TOO_MANY));
  }

  /**
   * By the classes of SQL states: connection (08), login (28), no such database (3D), operator's
   * intervention (57P), too many connections.
   */
  private static boolean isOfConnection(@Nullable String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("28")
            || state.startsWith("3D")
            || state.startsWith("57P")
            || state.equals(TOO_MANY));
  }
}
