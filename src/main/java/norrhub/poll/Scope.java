package norrhub.poll;

import norrhub.partner.Feed;
import norrhub.partner.SpeaksFor;

/**
 * Within what one delivery can overtake another: the whole feed, or one name where each name is a
 * list of its own.
 */
public final class Scope {
  private static final String FEED = "";

  private Scope() {}

  public static String of(Feed feed, String name) {
    return isFeed(feed) ? FEED : name;
  }

  public static boolean isFeed(Feed feed) {
    return feed.speaksFor() != SpeaksFor.FILE;
  }
}
