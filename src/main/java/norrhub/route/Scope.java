package norrhub.route;

import norrhub.partner.Feed;
import norrhub.partner.SpeaksFor;

/**
 * Within what one delivery can overtake another: the whole feed, or one name where each name is a
 * list of its own.
 */
final class Scope {
  private static final String FEED = "";

  private Scope() {}

  static String of(Feed feed, String name) {
    return isFeed(feed) ? FEED : name;
  }

  static boolean isFeed(Feed feed) {
    return feed.speaksFor() != SpeaksFor.FILE;
  }
}
