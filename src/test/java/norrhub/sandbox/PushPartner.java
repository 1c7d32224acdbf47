package norrhub.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** A partner whose system posts its list to the hub. */
final class PushPartner implements StandIn {
  private final String feed;
  private final String key;
  private final int webPort;

  PushPartner(StandInFile file, int webPort) {
    this.feed = file.push().orElseThrow().feed();
    this.key = "key-of-" + file.id() + "-in-the-sandbox";
    this.webPort = webPort;
  }

  @Override
  public Map<String, String> facts() {
    return Map.of("key", key);
  }

  /** The hub is not there yet. */
  @Override
  public void begin(Path vacancies) {}

  @Override
  public void beginWithHub(Path vacancies, int port) throws Exception {
    RestClient.create("http://127.0.0.1:%d/push/%s".formatted(port, feed))
        .post()
        .header("Authorization", "Bearer " + key)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Files.readAllBytes(vacancies))
        .retrieve()
        .toBodilessEntity();
  }

  @Override
  public String hint(Path vacancies) {
    return "curl -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' --data-binary @%s http://127.0.0.1:%d/push/%s"
        .formatted(key, Greeting.typed(vacancies), webPort, feed);
  }

  @Override
  public void close() {}
}
