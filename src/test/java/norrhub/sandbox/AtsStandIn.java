package norrhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.DigestUtils;

/**
 * A career site of Teamtailor: its JSON feed in pages that are linked by {@code next_url}, each
 * with an ETag of its own, as the original has them.
 *
 * <p>The vacancies stand in a file, a JSON array, which is read for every answer: whoever edits it
 * edits the feed.
 */
public final class AtsStandIn implements AutoCloseable {
  private static final String PATH = "/jobs.json";
  private static final Pattern PAGE = Pattern.compile("(?:^|&)page=(\\d{1,6})(?:&|$)");

  private final ObjectMapper json = new ObjectMapper();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Path vacancies;
  private final int perPage;

  public AtsStandIn(Path vacancies, int perPage, int port) throws IOException {
    this.vacancies = vacancies;
    this.perPage = perPage;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(PATH, this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      byte[] body = page(number(exchange.getRequestURI().getRawQuery()));
      String etag = "W/\"" + DigestUtils.md5DigestAsHex(body) + '"';
      exchange.getResponseHeaders().set("ETag", etag);
      exchange.getResponseHeaders().set("Cache-Control", "max-age=0, private, must-revalidate");
      if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static int number(String query) {
    Matcher page = PAGE.matcher(Optional.ofNullable(query).orElse(""));
    return page.find() ? Math.max(1, Integer.parseInt(page.group(1))) : 1;
  }

  private byte[] page(int number) throws IOException {
    JsonNode all = json.readTree(Files.readAllBytes(vacancies));
    ObjectNode page = json.createObjectNode();
    page.put("version", "https://jsonfeed.org/version/1.1");
    page.put("title", "Stegra");
    page.put("home_page_url", "https://career.stegra.example/jobs");
    page.put("feed_url", url());
    if (number * perPage < all.size()) {
      page.put("next_url", "%s?page=%d&per_page=%d".formatted(url(), number + 1, perPage));
    }
    ArrayNode items = page.putArray("items");
    for (int i = (number - 1) * perPage; i < Math.min(number * perPage, all.size()); i++) {
      items.add(all.get(i));
    }
    return json.writeValueAsBytes(page);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
