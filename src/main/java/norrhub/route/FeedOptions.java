package norrhub.route;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The options of an endpoint that a partner file may set, as parameters of its template. What the
 * file leaves out is as the template has it.
 */
public final class FeedOptions {
  private final Map<String, Object> parameters = new HashMap<>();

  /** A time, which templates have in milliseconds. */
  public FeedOptions with(String parameter, Optional<Duration> time) {
    time.ifPresent(given -> parameters.put(parameter, given.toMillis()));
    return this;
  }

  public Map<String, Object> parameters() {
    return parameters;
  }
}
