package norrhub.admin.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.admin.endpoint.ManagementPort;
import norrhub.config.Fault;
import norrhub.platform.ApplicationFile;
import org.springframework.web.util.UriUtils;
import picocli.CommandLine.Option;

/** The hub that runs on this machine, asked through its management port. */
final class RunningHub {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofMinutes(5);

  @Option(
      names = "--port",
      description =
          "the hub's management port; else what MANAGEMENT_SERVER_PORT or application.yaml"
              + " says, or 8081")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--config",
      defaultValue = ConfigFolder.DEFAULT,
      description = "the folder of the configuration (${DEFAULT-VALUE})")
  private Path config = Path.of("config");

  /** What the hub says. */
  JsonNode get(String path) throws NoAnswer {
    return send(path, HttpRequest.newBuilder().GET());
  }

  /** Has the hub do something. */
  JsonNode post(String path, Map<String, ?> settings) throws NoAnswer {
    return send(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(settings).toString())));
  }

  /** A feed's id as a part of a path, whatever was typed. */
  static String part(String name) {
    return UriUtils.encode(name, StandardCharsets.UTF_8);
  }

  private JsonNode send(String path, HttpRequest.Builder request) throws NoAnswer {
    int at = port.isPresent() ? port.get() : configuredPort();
    HttpClient client =
        HttpClient.newBuilder().connectTimeout(CONNECT).proxy(new NoProxy()).build();
    URI address = URI.create("http://127.0.0.1:%d/actuator/%s".formatted(at, path));
    try {
      HttpResponse<String> answer =
          client.send(
              request.uri(address).timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofString());
      return content(answer, at);
    } catch (IOException e) {
      throw new NoAnswer(
          NoAnswer.NO_HUB,
          "No hub answers on port %d of this machine: is it running, and is that its management port? --port names another"
              .formatted(at));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(NoAnswer.NO_HUB, "interrupted");
    }
  }

  /** Without the port that is written there, another hub of this machine would be asked. */
  private int configuredPort() throws NoAnswer {
    Optional<Fault> fault = new ApplicationFile(config).fault();
    if (fault.isPresent()) {
      throw new NoAnswer(
          NoAnswer.REFUSED,
          fault.get() + "; correct it, or give the hub's management port with --port");
    }
    return new ManagementPort(config).number();
  }

  private static JsonNode content(HttpResponse<String> answer, int port) throws NoAnswer {
    try {
      JsonNode content = JSON.readTree(answer.body());
      if (answer.statusCode() == 200 && content.isObject()) {
        return content;
      }
      if (content.hasNonNull("refused")) {
        throw new NoAnswer(NoAnswer.REFUSED, content.get("refused").asText());
      }
    } catch (JsonProcessingException e) {
      // Told below: what answers in HTML or not at all is no hub.
    }
    throw new NoAnswer(
        NoAnswer.NO_HUB,
        "What answers on port %d of this machine (HTTP %d) is no hub that knows this command"
            .formatted(port, answer.statusCode()));
  }

  /** What is on this machine is never behind a proxy, whatever the environment says. */
  private static final class NoProxy extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {}
  }

  /** The hub does not do it, or there is none. */
  static final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;
    static final int REFUSED = 1;
    static final int NO_HUB = 3;

    private final int exitCode;

    NoAnswer(int exitCode, String sentence) {
      super(sentence);
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }
  }
}
