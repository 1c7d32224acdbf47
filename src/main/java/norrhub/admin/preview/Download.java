package norrhub.admin.preview;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import norrhub.delivery.archive.BoundedContent;
import norrhub.fetch.DeadlineStream;

/** Fetches one address into a file, for a look at it: within limits, and from one server only. */
final class Download {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofMinutes(5);
  private static final int MOST_REDIRECTS = 5;

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<String, String> headers;
  private final long mostBytes;
  private final Clock clock;

  /**
   * @param headers that every request carries
   */
  Download(Map<String, String> headers, long mostBytes, Clock clock) {
    this.headers = Map.copyOf(headers);
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /**
   * @throws IOException with a sentence for people, whatever goes wrong
   */
  void into(Path file, URI address) throws IOException {
    Instant deadline = clock.instant().plus(WHOLE);
    URI now = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpResponse<InputStream> answer = ask(now);
      try (InputStream body = answer.body()) {
        if (answer.statusCode() == 200) {
          InputStream timed = new DeadlineStream(body, deadline, clock);
          Files.copy(BoundedContent.of(timed, "the answer", mostBytes), file, REPLACE_EXISTING);
          return;
        }
      }
      if (answer.statusCode() / 100 != 3) {
        throw new IOException("%s answers HTTP %d".formatted(shown(now), answer.statusCode()));
      }
      now = follow(now, answer.headers().firstValue("Location").orElse(""));
    }
    throw new IOException(shown(address) + " redirects on and on");
  }

  private HttpResponse<InputStream> ask(URI address) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(WHOLE)
            .header("User-Agent", "Norrhub")
            .header("Accept-Encoding", "identity");
    headers.forEach(request::setHeader);
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      throw new IOException("%s cannot be reached: %s".formatted(shown(address), e), e);
    }
  }

  /** Another server is another partner, and none of the key's business. */
  private static URI follow(URI from, String location) throws IOException {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException(shown(from) + " redirects to what is no address", e);
    }
    boolean same =
        from.getScheme().equals(to.getScheme()) && from.getAuthority().equals(to.getAuthority());
    if (location.isEmpty() || !same) {
      throw new IOException(
          "%s redirects to another server, %s: give that address if it is the right one"
              .formatted(shown(from), shown(to)));
    }
    return to;
  }

  /** Without its query, which may hold a key. */
  private static String shown(URI address) {
    return "%s://%s%s".formatted(address.getScheme(), address.getAuthority(), address.getPath());
  }
}
