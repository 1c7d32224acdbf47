package norrhub.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What consumers make of the hub's documents, changes and events. */
final class Boards {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Boards() {}

  /** The campaign's document, by id; empty while it cannot be had. */
  static Optional<Map<String, JsonNode>> campaign(Hub hub) {
    return hub.feed("campaign.json")
        .map(
            body -> {
              Map<String, JsonNode> vacancies = new TreeMap<>();
              JsonNode document = read(body);
              document.path("vacancies").forEach(v -> vacancies.put(v.path("id").asText(), v));
              if (vacancies.size() != document.path("count").asInt(-1)) {
                throw new IllegalStateException("campaign.json counts wrong: " + body);
              }
              return vacancies;
            });
  }

  /** Applies a page of changes; returns the cursor behind it and whether there are more. */
  static JsonNode apply(String page, Map<String, JsonNode> fold) {
    JsonNode read = read(page);
    for (JsonNode change : read.path("changes")) {
      if (change.path("removed").asBoolean()) {
        fold.remove(change.path("id").asText());
      } else {
        fold.put(change.path("id").asText(), change);
      }
    }
    return read;
  }

  /** The jobs of Indeed's document: titles by reference number. */
  static Map<String, String> indeed(String body) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    var jobs = document.getElementsByTagName("job");
    Map<String, String> titles = new TreeMap<>();
    for (Element job :
        IntStream.range(0, jobs.getLength())
            .mapToObj(jobs::item)
            .map(Element.class::cast)
            .toList()) {
      String number = text(job, "referencenumber");
      if (titles.put(number, text(job, "title")) != null) {
        throw new IllegalStateException("indeed.xml has two jobs with the number " + number);
      }
    }
    return titles;
  }

  /** All events in the order received. */
  static List<JsonNode> events(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream().map(Boards::read).toList();
  }

  /** As the matching system does it: only a newer version counts. */
  static Map<String, JsonNode> fold(List<JsonNode> events, List<String> faults) {
    Map<String, JsonNode> newest = new TreeMap<>();
    Map<String, JsonNode> told = new TreeMap<>();
    for (JsonNode event : events) {
      JsonNode before = told.putIfAbsent(event.path("id").asText(), event);
      if (before != null) {
        if (!before.equals(event)) {
          faults.add("two different events have one id: %s %s".formatted(before, event));
        }
        continue;
      }
      JsonNode data = event.path("data");
      JsonNode older = newest.put(data.path("id").asText(), data);
      if (older != null && older.path("version").asInt() >= data.path("version").asInt()) {
        faults.add("an older version came after a newer one: " + event);
      }
    }
    newest.values().removeIf(data -> data.path("removed").asBoolean());
    return newest;
  }

  /** Without what each board counts by itself. */
  static List<JsonNode> contents(Map<String, JsonNode> vacancies) {
    List<JsonNode> contents = new ArrayList<>();
    vacancies.values().forEach(v -> contents.add(((ObjectNode) v.deepCopy()).without("version")));
    return contents;
  }

  private static String text(Element job, String name) {
    return job.getElementsByTagName(name).item(0).getTextContent();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
