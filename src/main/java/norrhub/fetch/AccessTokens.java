package norrhub.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.partner.OAuth2;
import norrhub.partner.RestSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The access tokens of feeds that want them, each kept until shortly before it expires.
 *
 * <p>camel-http 4.18.0 can ask for tokens too, but keeps them by page address and for ever, and
 * mixes up scopes (CAMEL-24456).
 */
@Component
public final class AccessTokens {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What a server gets that does not say how long its token lasts. */
  private static final Duration USUAL = Duration.ofMinutes(5);

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration EARLY = Duration.ofSeconds(30);

  private final TokenEndpoint endpoint;
  private final HostRateLimiter turns;
  private final Clock clock;
  private final Map<OAuth2, Held> tokens = new ConcurrentHashMap<>();

  @Autowired
  AccessTokens(ServerTrust trust, HostRateLimiter turns, Clock clock) {
    this(trust, turns, PATIENCE, clock);
  }

  /**
   * @param patience for the head of an answer, and as long again for the rest of it
   */
  AccessTokens(ServerTrust trust, HostRateLimiter turns, Duration patience, Clock clock) {
    this.endpoint = new TokenEndpoint(trust, patience);
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * A token that is good for now.
   *
   * @param source of the feed that asks for it, which says whom to trust
   */
  public String token(OAuth2 access, RestSource source) throws IOException {
    Held held = tokens.computeIfAbsent(access, a -> new Held());
    // One request at a time for the same token; other feeds go on.
    synchronized (held) {
      if (!clock.instant().isBefore(held.until)) {
        renew(held, access, source);
      }
      return held.token;
    }
  }

  /** The token is refused though it should be good: the next one asked for is a new one. */
  public void refused(OAuth2 access, String token) {
    Held held = tokens.computeIfAbsent(access, a -> new Held());
    synchronized (held) {
      if (held.token.equals(token)) {
        held.until = Instant.MIN;
      }
    }
  }

  /** No feed uses this access any more; its secrets go with its token. */
  public void forget(OAuth2 access) {
    tokens.remove(access);
  }

  private void renew(Held held, OAuth2 access, RestSource source) throws IOException {
    JsonNode answer = askInTurn(access, source);
    String token = answer.path("access_token").asText();
    if (!token.matches("[\\x21-\\x7E]+")) {
      throw new IOException(
          "no access token: the answer of %s holds none".formatted(TokenEndpoint.name(access)));
    }
    if (!answer.path("token_type").asText("bearer").equalsIgnoreCase("bearer")) {
      throw new IOException(
          "no access token: %s gives none of type Bearer".formatted(TokenEndpoint.name(access)));
    }
    held.token = token;
    held.until = clock.instant().plus(lasting(answer.path("expires_in").asLong(0)));
  }

  private static Duration lasting(long seconds) {
    if (seconds <= 0) {
      return USUAL;
    }
    Duration said = Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
    Duration early = said.dividedBy(2).compareTo(EARLY) < 0 ? said.dividedBy(2) : EARLY;
    return said.minus(early);
  }

  /** The feed has a turn at its own server already: the token takes it, and the feed the next. */
  private JsonNode askInTurn(OAuth2 access, RestSource source) throws IOException {
    boolean isOwn = RestSource.server(access.token()).equals(source.server());
    if (!isOwn) {
      await(turns.untilTurn(access.token()));
    }
    JsonNode answer = endpoint.ask(access, source.trust());
    if (isOwn) {
      await(turns.untilTurn(source));
    }
    return answer;
  }

  private static void await(Duration turn) throws IOException {
    try {
      Thread.sleep(turn.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the hub is going down");
    }
  }

  private static final class Held {
    private String token = "";
    private Instant until = Instant.MIN;
  }
}
