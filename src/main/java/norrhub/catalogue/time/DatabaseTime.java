package norrhub.catalogue.time;

import java.time.Instant;

/** The database server's clock: a witness against the hub's own. */
public interface DatabaseTime {
  Instant now();
}
