package norrhub.admin.endpoint;

import java.util.List;
import java.util.Map;
import norrhub.config.ClosestMatch;
import norrhub.partner.Partner;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/** Answers to a command that is not done, each with the sentence that the command line shows. */
final class Refusals {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNAVAILABLE = 503;

  private Refusals() {}

  static WebEndpointResponse<?> unknownFeed(String feed, List<FeedStatus> known) {
    String near =
        ClosestMatch.of(feed, known.stream().map(FeedStatus::feed).toList())
            .map(name -> "; did you mean `" + name + "`?")
            .orElse("; `norrhub status` lists them");
    return refused(NOT_FOUND, "No feed is called `" + feed + "`" + near);
  }

  /** What a feed says again and again is one delivery, under the id that it had last. */
  static WebEndpointResponse<?> unknownDelivery(String delivery) {
    return refused(
        NOT_FOUND,
        "No delivery or feed is called `%s`; `norrhub status` shows the last delivery of each feed"
            .formatted(delivery));
  }

  static WebEndpointResponse<?> unknownPartner(String partner, List<Partner> known) {
    String near =
        ClosestMatch.of(partner, known.stream().map(Partner::id).toList())
            .map(name -> "; did you mean `" + name + "`?")
            .orElse("");
    return refused(NOT_FOUND, "No partner is called `" + partner + "`" + near);
  }

  /** Only what holds a feed up can be skipped. */
  static WebEndpointResponse<?> noBlocker(String feed, String name, List<String> blockers) {
    if (blockers.isEmpty()) {
      return refused(NOT_FOUND, "Nothing holds %s up: there is nothing to skip".formatted(feed));
    }
    String near =
        ClosestMatch.of(name, blockers)
            .map(it -> "; did you mean `" + it + "`?")
            .orElse("; " + String.join(", ", blockers) + " does");
    return refused(NOT_FOUND, "`%s` does not hold %s up%s".formatted(name, feed, near));
  }

  static WebEndpointResponse<?> incomplete(String what) {
    return refused(BAD_REQUEST, what);
  }

  static WebEndpointResponse<?> notNow(String why) {
    return refused(CONFLICT, why);
  }

  /** Every command needs the database; which one was asked makes no difference. */
  static WebEndpointResponse<?> databaseDown(String why) {
    return refused(UNAVAILABLE, why);
  }

  private static WebEndpointResponse<?> refused(int status, String why) {
    return new WebEndpointResponse<>(Map.of("refused", why), status);
  }
}
