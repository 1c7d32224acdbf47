package norrhub.delivery;

import java.util.HashSet;
import java.util.Set;
import norrhub.partner.Transport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files or mails a source still holds of those that were received from it or rejected. */
@Component
public class KnownFiles {
  private final JdbcClient db;

  KnownFiles(JdbcClient db) {
    this.db = db;
  }

  /** All of a folder that were there when it was listed last: one look for each poll. */
  public Known of(String feed, Transport transport) {
    Set<String> received = new HashSet<>();
    Set<String> rejected = new HashSet<>();
    db.sql(
            """
            select identity, state from delivery
            where feed = :feed and transport = :transport and not source_gone""")
        .param("feed", feed)
        .param("transport", transport.word())
        .query(
            row -> {
              boolean isRejected = row.getString("state").equals(DeliveryState.REFUSED.name());
              (isRejected ? rejected : received).add(atSource(row.getString("identity")));
            });
    return new Known(received, rejected);
  }

  /** Whether it was rejected after it had held its feed up. */
  public boolean isRejected(String feed, String identity) {
    return db.sql(
            """
            select exists (
              select from delivery where feed = :feed and identity = :identity and not source_gone)""")
        .param("feed", feed)
        .param("identity", Refusal.rejected(identity))
        .query(Boolean.class)
        .single();
  }

  /** The ledger adds to the source's identity what became of it: the hash of its bytes. */
  private static String atSource(String identity) {
    int end = identity.lastIndexOf('|');
    return end < 0 ? identity : identity.substring(0, end);
  }

  /**
   * What the ledger knows of a folder's files, by what the source calls them.
   *
   * @param rejected could not be received, and stay where they are
   */
  public record Known(Set<String> received, Set<String> rejected) {
    public Known {
      received = Set.copyOf(received);
      rejected = Set.copyOf(rejected);
    }
  }
}
