package norrhub.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import norrhub.board.document.Published;
import norrhub.board.document.PublishedDocumentStore;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Sends published documents: compressed to those who take it, nothing to those who have it. Plain
 * and compressed bytes have an ETag each, as they must. Tomcat hands the file to the kernel where
 * it can, so that no byte of it passes the heap.
 */
@Component
class DocumentSender {
  private final PublishedDocumentStore documents;

  DocumentSender(PublishedDocumentStore documents) {
    this.documents = documents;
  }

  void send(
      String board,
      Published published,
      String mediaType,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    boolean gzip = takesGzip(request);
    response.addHeader("Vary", "Accept-Encoding");
    response.setHeader("Cache-Control", "no-cache");
    if (new ServletWebRequest(request, response)
        .checkNotModified(etag(published, gzip), published.builtAt().toEpochMilli())) {
      return;
    }
    response.setContentType(mediaType);
    response.setContentLengthLong(gzip ? published.gzipSize() : published.size());
    if (gzip) {
      response.setHeader("Content-Encoding", "gzip");
    }
    if (!request.getMethod().equals("HEAD")) {
      body(documents.file(board, published, gzip), request, response);
    }
  }

  private static String etag(Published published, boolean gzip) {
    return '"' + published.sha256().substring(0, 32) + (gzip ? "-gzip" : "") + '"';
  }

  private static void body(Path file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Boolean.TRUE.equals(request.getAttribute("org.apache.tomcat.sendfile.support"))) {
      request.setAttribute("org.apache.tomcat.sendfile.filename", file.toRealPath().toString());
      request.setAttribute("org.apache.tomcat.sendfile.start", 0L);
      request.setAttribute("org.apache.tomcat.sendfile.end", Files.size(file));
    } else {
      Files.copy(file, response.getOutputStream());
    }
  }

  /** Whether {@code Accept-Encoding} names gzip and does not forbid it with {@code q=0}. */
  private static boolean takesGzip(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null
        && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
            .map(coding -> coding.replaceAll("\\s", ""))
            .anyMatch(coding -> coding.matches("(x-)?gzip(;q=(1(\\.0*)?|0\\.0*[1-9]\\d*))?"));
  }
}
