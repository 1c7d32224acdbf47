package norrhub.catalogue;

import java.util.Set;

/**
 * On whose word vacancies are written.
 *
 * @param scope the file's name where a delivery speaks for its file only, else empty
 * @param delivery the delivery's id
 * @param speaking the feeds that are configured and live: no other one has a say any more
 */
public record Origin(
    String partner, String feed, String scope, String delivery, Set<String> speaking) {
  public Origin {
    speaking = Set.copyOf(speaking);
  }

  boolean is(String feed, String scope) {
    return this.feed.equals(feed) && this.scope.equals(scope);
  }
}
