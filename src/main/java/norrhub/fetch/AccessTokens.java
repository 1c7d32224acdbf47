package norrhub.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.partner.OAuth2;
import org.springframework.stereotype.Component;

/**
 * The access tokens of feeds that want them, each kept until shortly before it expires.
 *
 * <p>camel-http 4.18.0 can ask for tokens too, but keeps them by page address and for ever, and
 * mixes up scopes (CAMEL-24456). What goes wrong is reported without a word of the answer: it may
 * hold what we sent.
 */
@Component
public final class AccessTokens {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LONGEST_ANSWER = 64 * 1024;

  /** What a server gets that does not say how long its token lasts. */
  private static final Duration USUAL = Duration.ofMinutes(5);

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration EARLY = Duration.ofSeconds(30);

  private final Map<Optional<String>, HttpClient> clients = new ConcurrentHashMap<>();
  private final ObjectMapper json =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build())
              .build());
  private final ServerTrust trust;
  private final Clock clock;
  private final Map<OAuth2, Held> tokens = new ConcurrentHashMap<>();

  AccessTokens(ServerTrust trust, Clock clock) {
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * A token that is good for now.
   *
   * @param bundle that the feed trusts, which asks for the token
   */
  public String token(OAuth2 access, Optional<String> bundle) throws IOException {
    Held held = tokens.computeIfAbsent(access, a -> new Held());
    // One request at a time for the same token; other feeds go on.
    synchronized (held) {
      if (!clock.instant().isBefore(held.until)) {
        renew(held, access, bundle);
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

  private void renew(Held held, OAuth2 access, Optional<String> bundle) throws IOException {
    JsonNode answer = ask(access, bundle);
    String token = answer.path("access_token").asText();
    if (!token.matches("[\\x21-\\x7E]+")) {
      throw new IOException("no access token: the answer of %s holds none".formatted(name(access)));
    }
    if (!answer.path("token_type").asText("bearer").equalsIgnoreCase("bearer")) {
      throw new IOException(
          "no access token: %s gives none of type Bearer".formatted(name(access)));
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

  private HttpClient client(Optional<String> bundle) {
    return HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .followRedirects(HttpClient.Redirect.NEVER)
        .sslContext(trust.context(bundle))
        .build();
  }

  private JsonNode ask(OAuth2 access, Optional<String> bundle) throws IOException {
    HttpClient http = clients.computeIfAbsent(bundle, this::client);
    try {
      HttpResponse<InputStream> response =
          http.send(request(access), HttpResponse.BodyHandlers.ofInputStream());
      Instant deadline = clock.instant().plus(PATIENCE);
      byte[] body;
      try (InputStream content = new DeadlineStream(response.body(), deadline, clock)) {
        body = content.readNBytes(LONGEST_ANSWER);
      }
      if (response.statusCode() != 200) {
        throw new IOException(
            "no access token: HTTP %d of %s%s"
                .formatted(response.statusCode(), name(access), complaint(body)));
      }
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IOException("no access token: the answer of %s is no JSON".formatted(name(access)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the hub is going down");
    }
  }

  private static HttpRequest request(OAuth2 access) {
    List<String> fields = new ArrayList<>(List.of("grant_type=client_credentials"));
    access.scope().ifPresent(scope -> fields.add("scope=" + encoded(scope)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(access.token())
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("User-Agent", "Norrhub")
            .header("Content-Type", "application/x-www-form-urlencoded");
    String id = encoded(access.clientId());
    String secret = encoded(access.clientSecret().value());
    switch (access.shown()) {
      case BASIC -> request.header("Authorization", "Basic " + base64(id + ":" + secret));
      case FORM -> fields.addAll(List.of("client_id=" + id, "client_secret=" + secret));
    }
    return request.POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields))).build();
  }

  /** The error's code, one of a few words that the standard knows; its text may say anything. */
  private String complaint(byte[] body) {
    try {
      return Optional.of(json.readTree(body).path("error").asText())
          .filter(code -> code.matches("[a-z_]{1,40}"))
          .map(code -> " (" + code + ")")
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private static String name(OAuth2 access) {
    return "%s://%s%s"
        .formatted(
            access.token().getScheme(), access.token().getRawAuthority(), access.token().getPath());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final class Held {
    private String token = "";
    private Instant until = Instant.MIN;
  }
}
