package norrhub.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import norrhub.Norrhub;
import norrhub.TestDatabase;
import norrhub.admin.cli.CommandLineRun;
import norrhub.route.SftpPartner;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole hub, running on a configuration of its own, and one partner's server. */
public final class LiveHub implements AutoCloseable {
  public final WireMockServer ats =
      new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());

  /** The feeds of one server rest together: one that is to back off has a server of its own. */
  final WireMockServer tired =
      new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());

  public final Path config;

  /** Its own copy of the routes. */
  public final Path routes;

  private final Path home;
  private @Nullable ConfigurableApplicationContext hub;

  /**
   * Its files and the partners' servers are there, and nothing runs yet: what the servers answer is
   * set before {@link #start}, for feeds are polled at once.
   *
   * @param partners each a file's name and its text
   */
  public LiveHub(Path home, String... partners) throws IOException {
    // Ten seconds, its own, are too few on a machine that does much else.
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    this.home = home;
    ats.start();
    tired.start();
    config = Files.createDirectories(home.resolve("config"));
    for (String part : List.of("formats", "vocabulary", "boards")) {
      copy(Path.of("config", part), config.resolve(part));
    }
    routes = home.resolve("routes");
    copy(Path.of("routes"), routes);
    Files.createDirectories(config.resolve("partners"));
    for (int i = 0; i < partners.length; i += 2) {
      partner(partners[i], partners[i + 1]);
    }
  }

  public LiveHub start() {
    hub =
        new SpringApplicationBuilder(Norrhub.class)
            .run(
                "--norrhub.home.config=" + config,
                "--norrhub.home.routes=" + routes,
                "--norrhub.home.data=" + home.resolve("data"),
                "--spring.datasource.url=" + TestDatabase.url(),
                "--spring.datasource.username=postgres",
                "--STUCK_PASSWORD=" + SftpPartner.PASSWORD,
                "--server.port=0",
                "--management.server.port=0");
    return this;
  }

  private ConfigurableApplicationContext hub() {
    return Objects.requireNonNull(hub, "not started");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /**
   * Writes the partner's file; {@code ATS} and {@code TIRED} in its text are addresses of servers.
   */
  public void partner(String id, String text) throws IOException {
    Files.writeString(
        config.resolve("partners/" + id + ".yaml"),
        text.replace("ATS", ats.baseUrl()).replace("TIRED", tired.baseUrl()));
  }

  public static String vacancies(String... titles) {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < titles.length; i++) {
      items.append(
          """
          %s{"id": "%d", "title": "%s", "url": "https://jobb.example.org/jobs/%d-jobb",
             "content_html": "<p>Vi söker dig som vill arbeta hos oss i norr.</p>",
             "date_published": "2026-11-01T08:00:00+01:00"}
          """
              .formatted(i == 0 ? "" : ",", i + 1, titles[i], i + 1));
    }
    return "{\"version\": \"https://jsonfeed.org/version/1\", \"title\": \"x\", \"items\": ["
        + items
        + "]}";
  }

  /** Runs a command against this hub. */
  public CommandLineRun run(String... command) {
    List<String> words = new ArrayList<>(Arrays.asList(command));
    words.addAll(List.of("--port", Integer.toString(port())));
    return CommandLineRun.of(words.toArray(String[]::new));
  }

  /** The health page with its details. */
  JsonNode health() throws IOException {
    return new ObjectMapper()
        .readTree(URI.create("http://127.0.0.1:%d/actuator/health".formatted(port())).toURL());
  }

  /** What somebody outside gets, with a key or, where it is empty, without. */
  public HttpResponse<String> get(String path, String key) {
    int port = hub().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (!key.isEmpty()) {
      request.header("X-Api-Key", key);
    }
    try {
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Replaces a text in a file; a test whose text is not there has missed its aim. */
  public static void edit(Path file, String text, String other) throws IOException {
    String before = Files.readString(file);
    if (!before.contains(text)) {
      throw new IllegalArgumentException(file + " does not say " + text);
    }
    Files.writeString(file, before.replace(text, other));
  }

  public int port() {
    return hub().getEnvironment().getRequiredProperty("local.management.port", Integer.class);
  }

  public <T> T part(Class<T> type) {
    return hub().getBean(type);
  }

  @Override
  public void close() {
    if (hub != null) {
      hub.close();
    }
    ats.stop();
    tired.stop();
  }
}
