package norrhub.route;

import java.time.Duration;
import norrhub.delivery.feed.Validators;
import norrhub.fetch.page.PageRequest;
import norrhub.partner.RestSource;

/**
 * One request to a partner's server, which goes through the feed's request route as its body: what
 * to ask for, and what became known on the way.
 */
public final class RestCall {
  private final RestSource source;
  private final PageRequest request;
  private final Validators before;
  private Duration waited = Duration.ZERO;
  private String token = "";

  /**
   * @param before what the server gave with the last answer, to ask whether that still holds
   */
  RestCall(RestSource source, PageRequest request, Validators before) {
    this.source = source;
    this.request = request;
    this.before = before;
  }

  RestSource source() {
    return source;
  }

  PageRequest request() {
    return request;
  }

  Validators before() {
    return before;
  }

  /** How long the request waited for its turn. */
  Duration waited() {
    return waited;
  }

  void waited(Duration pause) {
    waited = pause;
  }

  /** The access token that the request carried; empty where it carried none. */
  String token() {
    return token;
  }

  void token(String accessToken) {
    token = accessToken;
  }
}
