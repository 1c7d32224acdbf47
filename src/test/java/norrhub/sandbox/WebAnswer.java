package norrhub.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a system answers. */
record WebAnswer(int status, String type, byte[] body, Map<String, String> headers) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static WebAnswer ok(String type, byte[] body) {
    return new WebAnswer(200, type, body, Map.of());
  }

  static WebAnswer json(JsonNode body) throws JsonProcessingException {
    return ok("application/json; charset=utf-8", JSON.writeValueAsBytes(body));
  }

  static WebAnswer text(int status, String text) {
    return new WebAnswer(
        status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static WebAnswer notFound() {
    return text(404, "Not found");
  }

  WebAnswer with(String header, String value) {
    return new WebAnswer(status, type, body, Map.of(header, value));
  }
}
