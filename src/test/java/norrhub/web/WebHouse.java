package norrhub.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import norrhub.board.Boards;
import norrhub.catalogue.ChangeLog;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The web half of the hub on a real port, with real Tomcat, database and board files. */
final class WebHouse implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext hub;

  /**
   * @param boards file name without .yaml, and what the file holds
   */
  WebHouse(String databaseUrl, Path home, Map<String, String> boards) {
    write(home, boards);
    hub =
        new SpringApplicationBuilder(Hub.class)
            .properties(
                "server.port=0",
                "spring.flyway.enabled=false",
                "spring.datasource.username=postgres",
                "spring.datasource.url=" + databaseUrl,
                "norrhub.home.config=" + home.resolve("config"),
                "norrhub.home.data=" + home.resolve("data"))
            .run();
  }

  private static void write(Path home, Map<String, String> boards) {
    try {
      Path folder = Files.createDirectories(home.resolve("config/boards"));
      for (Map.Entry<String, String> board : boards.entrySet()) {
        Files.writeString(folder.resolve(board.getKey() + ".yaml"), board.getValue());
      }
      Path partners = Files.createDirectories(home.resolve("config/partners"));
      Files.writeString(partners.resolve("region-norrbotten.yaml"), "name: Region Norrbotten\n");
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

  @Override
  public void close() {
    hub.close();
  }

  @EnableAutoConfiguration
  @ConfigurationPropertiesScan("norrhub")
  @ComponentScan({"norrhub.board", "norrhub.web", "norrhub.config", "norrhub.partner"})
  @Import(ChangeLog.class)
  static class Hub {}
}
