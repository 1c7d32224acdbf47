package norrhub.poll;

/**
 * Whoever keeps something for a feed. What belongs to a feed goes with its route, so that a hub
 * that is reloaded for years holds no more than one just started.
 */
public interface ForgetsFeeds {
  /** The feed has no route any more; should it have one again, it begins afresh. */
  void forget(String feed);
}
