package norrhub.platform;

import java.sql.SQLException;

/**
 * A connection that somebody held on to was lost, and with it what it held. The pool says so of a
 * connection that it has closed already without any state by which to know it.
 */
public final class SessionLost extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public SessionLost(String what, SQLException cause) {
    super(what, cause);
  }
}
