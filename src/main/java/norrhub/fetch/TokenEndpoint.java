package norrhub.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import norrhub.partner.OAuth2;

/**
 * Asks servers for access tokens, and believes them nothing: no redirect is followed, size, depth
 * and time of an answer have limits, and what goes wrong is reported without a word of the answer,
 * for it may hold what we sent.
 */
final class TokenEndpoint {
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final Map<Optional<String>, HttpClient> clients = new ConcurrentHashMap<>();
  private final ObjectMapper json =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build())
              .build());
  private final ServerTrust trust;
  private final Duration patience;

  /**
   * @param patience for the head of an answer, and as long again for the rest of it
   */
  TokenEndpoint(ServerTrust trust, Duration patience) {
    this.trust = trust;
    this.patience = patience;
  }

  /** The answer, which is JSON. */
  JsonNode ask(OAuth2 access, Optional<String> bundle) throws IOException {
    HttpClient http = clients.computeIfAbsent(bundle, this::client);
    try {
      HttpResponse<InputStream> response =
          http.send(request(access), HttpResponse.BodyHandlers.ofInputStream());
      byte[] body = body(response.body(), name(access));
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

  private HttpClient client(Optional<String> bundle) {
    return HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .followRedirects(HttpClient.Redirect.NEVER)
        .sslContext(trust.context(bundle))
        .build();
  }

  /** A read cannot be given a time, but ends when the stream is closed. */
  private byte[] body(InputStream content, String server) throws IOException {
    AtomicBoolean late = new AtomicBoolean();
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            () -> {
              late.set(true);
              close(content);
            },
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
    byte[] body;
    try (content) {
      body = content.readNBytes(LONGEST_ANSWER + 1);
    } catch (IOException e) {
      throw late.get() ? tooLong(server) : e;
    } finally {
      end.cancel(false);
    }
    if (late.get()) {
      throw tooLong(server);
    }
    if (body.length > LONGEST_ANSWER) {
      throw new IOException(
          "no access token: the answer of %s exceeds %d bytes".formatted(server, LONGEST_ANSWER));
    }
    return body;
  }

  private static IOException tooLong(String server) {
    return new IOException("no access token: the answer of %s took too long".formatted(server));
  }

  private static void close(InputStream content) {
    try {
      content.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest request(OAuth2 access) {
    List<String> fields = new ArrayList<>(List.of("grant_type=client_credentials"));
    access.scope().ifPresent(scope -> fields.add("scope=" + encoded(scope)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(access.token())
            .timeout(patience)
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

  /** What messages call it: without a query, which may hold a key. */
  static String name(OAuth2 access) {
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
}
