package norrhub.route;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import norrhub.fetch.DeadlineStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.hc.core5.http.io.EofSensorInputStream;

/** A server's answer as it comes off the wire. */
record HttpAnswer(int status, Message message, Optional<InputStream> body)
    implements AutoCloseable {

  static HttpAnswer of(Message message) {
    int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    return new HttpAnswer(status, message, Optional.ofNullable(message.getBody(InputStream.class)));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(message.getHeader(name, String.class));
  }

  /** All values of a header that may come several times. */
  List<String> headers(String name) {
    Object values = message.getHeader(name);
    return values instanceof Collection<?> several
        ? several.stream().map(String::valueOf).toList()
        : header(name).stream().toList();
  }

  /** The content, unpacked. */
  InputStream content(Instant deadline, Clock clock) throws IOException {
    InputStream raw =
        new DeadlineStream(body.orElseGet(InputStream::nullInputStream), deadline, clock);
    String packed = header("Content-Encoding").orElse("identity");
    return switch (packed) {
      case "identity", "" -> raw;
      case "gzip", "x-gzip" -> new GZIPInputStream(raw);
      default -> throw new IOException("the answer is packed in a way we do not read: " + packed);
    };
  }

  /** Why nothing can be made of this answer, and what to do. */
  String refusal() {
    return switch (status / 100) {
      case 3 ->
          "HTTP %d: the feed has moved to [%s]; redirects are not followed, put the new address into the partner's file"
              .formatted(status, header("Location").orElse("?"));
      case 4 ->
          switch (status) {
            case 401, 403 -> "HTTP %d: the server does not accept our key".formatted(status);
            case 404, 410 -> "HTTP %d: the server does not know this address".formatted(status);
            default ->
                "HTTP %d: the server does not like our request; compare `headers`, `post` and `pages` with its documentation"
                    .formatted(status);
          };
      default -> "HTTP %d: the server has trouble".formatted(status);
    };
  }

  /** Lets go of the connection without reading what is left: it may never end. */
  @Override
  public void close() throws IOException {
    if (body.orElse(null) instanceof EofSensorInputStream open) {
      open.abort();
    }
  }
}
