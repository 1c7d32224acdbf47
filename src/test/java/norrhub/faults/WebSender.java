package norrhub.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A career site whose list comes in pages. It shows a new version only when the hub has taken the
 * one before whole, else nobody could say what should have been applied.
 */
final class WebSender implements Sender {
  /** How the site fails to answer. */
  enum Mood {
    ERROR_500,
    TOO_MANY_REQUESTS,
    WEB_PAGE,
    CUT_PAGE,
    SLOW
  }

  private final String feed;
  private final Predicate<List<String>> taken;
  private final PartnerList list;
  private final HttpServer server;
  private final TcpProxy door;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "career site");
            thread.setDaemon(true);
            return thread;
          });
  private final Deque<Mood> moods = new ConcurrentLinkedDeque<>();
  private volatile List<String> pages;

  /** What is shown of them since somebody asked for page 1: no version changes between pages. */
  private volatile List<String> shown;

  private int version;

  /**
   * @param taken whether the hub has a delivery of exactly these parts
   */
  WebSender(String feed, Predicate<List<String>> taken) throws IOException {
    this.feed = feed;
    this.taken = taken;
    this.list = new PartnerList(feed, "", feed, true);
    pages = Written.pages(list.begin(50)); // there before the first poll
    shown = pages;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
    door = new TcpProxy(server.getAddress().getPort());
  }

  TcpProxy door() {
    return door;
  }

  /** The next answer is such a one. */
  void next(Mood mood) {
    moods.add(mood);
  }

  void heal() {
    moods.clear();
    door.heal();
  }

  @Override
  public String feed() {
    return feed;
  }

  @Override
  public String configuration() {
    return """
    name: %1$s
    boards: all
    feeds:
      - id: %1$s
        format: smartrecruiters
        speaksFor: feed
        every: 1m
        expects: { dropAtMost: 60 }
        rest:
          url: http://127.0.0.1:%2$d/postings
          pages: { by: page, parameter: page }
          list: /content
          total: /totalFound
    """
        .formatted(feed, door.port());
  }

  @Override
  public List<Input> send(Random random) {
    if (version > 0 && !isTaken()) {
      return List.of();
    }
    if (version++ > 0) {
      list.change(random);
      pages = Written.pages(list.whole());
    }
    return List.of(new Input(feed, feed, version, "version " + version, hashes(), false));
  }

  private List<String> hashes() {
    return pages.stream().limit(pages.size() - 1).map(Input::hash).toList();
  }

  private boolean isTaken() {
    return taken.test(hashes());
  }

  @Override
  public List<Input> sendPoison(Random random) {
    next(Mood.WEB_PAGE);
    return List.of();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      int page = query.startsWith("page=") ? Integer.parseInt(query.substring(5)) : 1;
      if (page == 1) {
        shown = pages;
      }
      List<String> now = shown;
      String body =
          now.get(Math.min(page, now.size()) - 1); // behind the last one stands an empty one
      Mood mood = moods.poll();
      if (mood == null) {
        answer(exchange, 200, body, body.length());
        return;
      }
      switch (mood) {
        case ERROR_500 -> answer(exchange, 500, "Oj", 2);
        case TOO_MANY_REQUESTS -> {
          exchange.getResponseHeaders().set("Retry-After", "2");
          answer(exchange, 429, "Lugn", 4);
        }
        case WEB_PAGE -> answer(exchange, 200, "<!DOCTYPE html><p>Strax tillbaka</p>", 100);
        case CUT_PAGE -> answer(exchange, 200, body, body.length() / 2);
        case SLOW -> {
          pause();
          answer(exchange, 200, body, body.length());
        }
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(6000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A cut answer declares all its bytes, and ends before them. */
  private static void answer(HttpExchange exchange, int status, String body, int most)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    boolean cut = most < body.length();
    exchange.getResponseBody().write(bytes, 0, cut ? Math.min(most, bytes.length) : bytes.length);
    exchange.getResponseBody().flush();
  }

  @Override
  public String waiting() {
    return isTaken() ? "" : feed + ": version " + version + " not taken whole";
  }

  @Override
  public Collection<PartnerList> lists() {
    return List.of(list);
  }

  @Override
  public void close() throws IOException {
    door.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
