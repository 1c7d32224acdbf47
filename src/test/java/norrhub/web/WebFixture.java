package norrhub.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norrhub.board.document.Boards;
import norrhub.catalogue.ChangeLog;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The web half of the hub on a real port, with real Tomcat, database and board files. */
final class WebFixture implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext hub;

  /**
   * @param boards file name without .yaml, and what the file holds
   * @param settings of the hub, over those of every test
   */
  WebFixture(String databaseUrl, Path home, Map<String, String> boards, String... settings) {
    write(home, boards);
    hub =
        new SpringApplicationBuilder(Hub.class)
            .run(
                Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--spring.flyway.enabled=false",
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.url=" + databaseUrl,
                                "--norrhub.home.config=" + home.resolve("config"),
                                "--camel.main.routes-include-pattern=false",
                                "--norrhub.home.data=" + home.resolve("data"))
                            .filter(own -> !isAmong(settings, own)),
                        Stream.of(settings))
                    .toArray(String[]::new));
  }

  /** Of two settings of one name Boot would make a list. */
  private static boolean isAmong(String[] settings, String own) {
    String name = own.substring(0, own.indexOf('=') + 1);
    return Stream.of(settings).anyMatch(setting -> setting.startsWith(name));
  }

  private static void write(Path home, Map<String, String> boards) {
    try {
      Path folder = Files.createDirectories(home.resolve("config/boards"));
      for (Map.Entry<String, String> board : boards.entrySet()) {
        Files.writeString(folder.resolve(board.getKey() + ".yaml"), board.getValue());
      }
      for (String name : List.of("places.yaml", "countries.yaml", "terms.yaml")) {
        Path vocabulary = Files.createDirectories(home.resolve("config/vocabulary"));
        Files.copy(Path.of("config/vocabulary", name), vocabulary.resolve(name));
      }
      Path partners = Files.createDirectories(home.resolve("config/partners"));
      Files.writeString(
          partners.resolve("region-norrbotten.yaml"), "name: Region Norrbotten\nboards: all\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  void publish() {
    hub.getBean(Boards.class).publish();
  }

  HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return send("GET", path, headers);
  }

  HttpResponse<byte[]> send(String method, String path, String... headers) throws Exception {
    String port = hub.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  int port() {
    return hub.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Override
  public void close() {
    hub.close();
  }

  @EnableAutoConfiguration
  @ConfigurationPropertiesScan("norrhub")
  @ComponentScan({
    "norrhub.board",
    "norrhub.web",
    "norrhub.config",
    "norrhub.platform",
    "norrhub.partner",
    "norrhub.vocabulary"
  })
  @Import(ChangeLog.class)
  static class Hub {}
}
