package norrhub.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;

/** Requests as written, which no HTTP client would send. */
final class RawHttp {
  private RawHttp() {}

  /**
   * @param headers lines, Host among them
   * @return the whole answer, head and body; empty where the connection was closed without one
   */
  static String answer(int port, String method, String path, String... headers) throws IOException {
    String request =
        "%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
            .formatted(method, path, String.join("\r\n", headers));
    return written(port, request);
  }

  static String written(int port, String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  /** The body, put together where it came in chunks. */
  static String body(String answer) {
    int end = answer.indexOf("\r\n\r\n") + 4;
    String body = answer.substring(end);
    if (!answer.substring(0, end).contains("Transfer-Encoding: chunked")) {
      return body;
    }
    // Sizes count bytes, so bytes are what is cut.
    String rest = new String(body.getBytes(UTF_8), ISO_8859_1);
    StringBuilder whole = new StringBuilder();
    while (true) {
      int line = rest.indexOf("\r\n");
      int size = Integer.parseInt(rest.substring(0, line), 16);
      if (size == 0) {
        return new String(whole.toString().getBytes(ISO_8859_1), UTF_8);
      }
      whole.append(rest, line + 2, line + 2 + size);
      rest = rest.substring(line + 2 + size + 2);
    }
  }

  static int status(String answer) {
    return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
  }
}
