package norrhub.route.sftp;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.component.file.GenericFile;

/**
 * A feed's files that are in the archive and at their server as if they were not. They are not
 * fetched again, but acknowledged at a later poll, once the server lets us.
 */
final class Unacknowledged {
  /** A folder in which nothing may be moved is not asked about each of its files at every poll. */
  private static final int MOST_REFUSALS = 20;

  private final Map<String, GenericFile<?>> waiting = new LinkedHashMap<>();

  /** Over all polls, the longest ago first. */
  private final Set<String> refused = new LinkedHashSet<>();

  /** In this poll. */
  private final Set<String> tried = new HashSet<>();

  private Optional<String> refusal = Optional.empty();
  private boolean broken;

  /** A poll begins. */
  void begin() {
    waiting.clear();
    refusal = Optional.empty();
    tried.clear();
    broken = false;
  }

  /** A file that an earlier poll received lies there still. */
  void add(GenericFile<?> file) {
    waiting.put(SftpListing.identity(file), file);
  }

  void acknowledge(GenericFile<?> file, SftpAcknowledgement server) {
    String identity = SftpListing.identity(file);
    Optional<String> why = server.acknowledge(file);
    refused.remove(identity);
    if (why.isEmpty()) {
      waiting.remove(identity);
      return;
    }
    waiting.put(identity, file);
    refused.add(identity);
    tried.add(identity);
    broken |= !server.isConnected();
    refusal = refusal.or(() -> why);
  }

  /** Where much is refused each poll tries some, those first that were tried longest ago. */
  void acknowledgeAll(SftpAcknowledgement server) {
    refused.retainAll(waiting.keySet());
    Set<String> order = new LinkedHashSet<>(waiting.keySet());
    order.removeAll(refused);
    order.addAll(refused);
    for (String identity : List.copyOf(order)) {
      if (tried.size() < MOST_REFUSALS && !broken && !tried.contains(identity)) {
        acknowledge(Objects.requireNonNull(waiting.get(identity)), server);
      }
    }
  }

  /** Why the feed is failing, where it is; the same words as long as nothing changes. */
  Optional<String> complaint(String wanted, String account) {
    if (refusal.isEmpty()) {
      return Optional.empty();
    }
    String oldest =
        waiting.values().stream().min(SftpOrder.ORDER).map(GenericFile::getFileNameOnly).orElse("");
    return Optional.of(
        broken
            ? "the connection broke before %s was %s".formatted(oldest, wanted)
            : "what is in the archive cannot be %s, %s first of all: %s. Let the account %s do that there, or write `after: leave`"
                .formatted(wanted, oldest, refusal.get(), account));
  }
}
