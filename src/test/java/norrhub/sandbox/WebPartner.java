package norrhub.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.DigestUtils;

/**
 * A partner whose system answers over HTTP. Here is what all such systems have in common: they want
 * their key, mark what they say with an ETag, and now and then ask for a pause. What they say is
 * their {@link WebSystem}'s.
 *
 * <p>The vacancies stand in a file, which is read for every answer: whoever edits it edits the
 * feed. Where its JSON is broken, the console says where, and the system answers 500, as the
 * original would, until it is repaired.
 */
final class WebPartner implements StandIn {
  private final StandInFile.Web habits;
  private final WebSystem system;
  private final Path vacancies;
  private String reported = "";
  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  WebPartner(StandInFile file, Path vacancies, int port) throws IOException {
    this.habits = file.web().orElseThrow();
    this.system = system(habits.system());
    this.vacancies = vacancies;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The class of that name beside this one. */
  private static WebSystem system(String name) {
    Class<?> type =
        ClassUtils.resolveClassName(
            WebPartner.class.getPackageName() + "." + name, WebPartner.class.getClassLoader());
    return (WebSystem) BeanUtils.instantiateClass(type);
  }

  @Override
  public Map<String, String> facts() {
    return Map.of("url", base() + habits.path(), "port", String.valueOf(port()));
  }

  @Override
  public void begin(Path file) {}

  @Override
  public String hint(Path file) {
    return "edit %s: it is what %s%s serves".formatted(Greeting.typed(file), base(), habits.path());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      WebRequest request = WebRequest.of(exchange, base(), habits.path());
      WebAnswer answer = answer(request);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      if (answer.status() == 200) {
        String etag = "W/\"" + DigestUtils.md5DigestAsHex(answer.body()) + '"';
        exchange.getResponseHeaders().set("ETag", etag);
        if (request.header("If-None-Match").filter(etag::equals).isPresent()) {
          exchange.sendResponseHeaders(304, -1);
          return;
        }
      }
      exchange.sendResponseHeaders(answer.status(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (RuntimeException e) {
      e.printStackTrace(); // the server would keep it to itself
      throw e;
    }
  }

  private WebAnswer answer(WebRequest request) throws IOException {
    if (requests.incrementAndGet() == habits.busyAt()) {
      return WebAnswer.text(429, "Too many requests").with("Retry-After", "1");
    }
    boolean known =
        habits.headers().entrySet().stream()
            .allMatch(
                wanted ->
                    request.header(wanted.getKey()).filter(wanted.getValue()::equals).isPresent());
    if (!known) {
      return WebAnswer.text(401, "Unauthorized");
    }
    byte[] content = Files.readAllBytes(vacancies);
    try {
      return system.answer(request, content);
    } catch (JsonProcessingException | ClassCastException e) {
      report(content, e);
      return WebAnswer.text(500, "Internal server error");
    }
  }

  /** Once for each state of the file: the hub asks again and again. */
  private synchronized void report(byte[] content, Exception e) {
    String digest = DigestUtils.md5DigestAsHex(content);
    if (!digest.equals(reported)) {
      reported = digest;
      System.err.println(Mistake.of(Greeting.typed(vacancies), e));
    }
  }

  private String base() {
    return "http://127.0.0.1:" + port();
  }

  private int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
