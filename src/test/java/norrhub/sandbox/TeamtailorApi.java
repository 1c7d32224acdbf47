package norrhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * Teamtailor's REST API (JSON:API): wants to know which version it is to speak, links its pages,
 * and tells a job's place and department only of one job at a time. The vacancies are what the API
 * tells of each job: an array of {@code data} with {@code included}.
 */
final class TeamtailorApi implements WebSystem {
  private static final String VERSION = "X-Api-Version";

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public WebAnswer answer(WebRequest request, byte[] vacancies) throws IOException {
    if (request.header(VERSION).isEmpty()) {
      return WebAnswer.text(406, VERSION + " is missing");
    }
    JsonNode all = json.readTree(vacancies);
    Optional<String> id = request.below();
    if (id.isPresent()) {
      for (JsonNode job : all) {
        if (job.at("/data/id").asText().equals(id.get())) {
          return WebAnswer.json(job);
        }
      }
    }
    return request.gets(request.list()) ? list(request, all) : WebAnswer.notFound();
  }

  private WebAnswer list(WebRequest request, JsonNode all) throws IOException {
    int size = request.number("page[size]", 10);
    int number = request.number("page[number]", 1);
    ObjectNode page = json.createObjectNode();
    ArrayNode data = page.putArray("data");
    for (int i = (number - 1) * size; i < Math.min(number * size, all.size()); i++) {
      ObjectNode job = all.get(i).path("data").deepCopy();
      job.path("relationships").forEach(related -> ((ObjectNode) related).remove("data"));
      data.add(job);
    }
    page.putObject("meta")
        .put("record-count", all.size())
        .put("page-count", (all.size() + size - 1) / size);
    if (number * size < all.size()) {
      page.putObject("links").put("next", link(request, number + 1, size));
    }
    return WebAnswer.json(page);
  }

  /** As the original writes it: with its brackets encoded. */
  private static String link(WebRequest request, int number, int size) {
    return "%s%s?page%%5Bnumber%%5D=%d&page%%5Bsize%%5D=%d"
        .formatted(request.base(), request.list(), number, size);
  }
}
