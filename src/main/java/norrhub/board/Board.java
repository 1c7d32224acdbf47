package norrhub.board;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import norrhub.config.Secret;

/**
 * One downstream consumer; one file under config/boards.
 *
 * @param id the file's name without .yaml
 * @param name for people
 * @param keys hashes of the keys that open it; two may live while one replaces the other
 * @param pace at least so long between two builds of its document
 * @param subscribers queues that its events are sent to
 * @param password of its consumers' login at the hub's own broker; the user is the board's id
 */
public record Board(
    String id,
    String name,
    BoardFormat format,
    Access access,
    List<KeyHash> keys,
    Duration pace,
    Selection select,
    List<String> subscribers,
    Optional<Secret> password) {

  public Board {
    keys = List.copyOf(keys);
    subscribers = List.copyOf(subscribers);
  }

  /** Whether someone who shows this key, or none, may read the board. */
  public boolean opensFor(Optional<String> key) {
    return access == Access.PUBLIC
        || key.map(KeyHash::of).filter(hash -> keys.stream().anyMatch(hash::matches)).isPresent();
  }

  /** Where its events are sent: a multicast address of its own, which no other board has. */
  public String address() {
    return "norrhub." + id;
  }

  boolean hasEvents() {
    return format.sendsEvents();
  }
}
