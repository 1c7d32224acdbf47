package norrhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * SmartRecruiters' public postings: a list in pages, at most a hundred at once, without a word of
 * the ads; each ad has an address of its own. The vacancies are a JSON array of whole postings.
 */
final class SmartRecruiters implements WebSystem {
  private static final int MOST = 100;
  private static final List<String> OF_THE_AD =
      List.of("jobAd", "postingUrl", "applyUrl", "referralUrl", "active");

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public WebAnswer answer(WebRequest request, byte[] vacancies) throws IOException {
    JsonNode all = json.readTree(vacancies);
    Optional<String> id = request.below();
    if (id.isPresent()) {
      for (JsonNode posting : all) {
        if (posting.path("id").asText().equals(id.get())) {
          return WebAnswer.json(posting);
        }
      }
    }
    return request.gets(request.list()) ? list(request, all) : WebAnswer.notFound();
  }

  private WebAnswer list(WebRequest request, JsonNode all) throws IOException {
    int offset = request.number("offset", 0);
    int limit = Math.min(request.number("limit", MOST), MOST);
    ObjectNode page = json.createObjectNode();
    page.put("offset", offset).put("limit", limit).put("totalFound", all.size());
    ArrayNode content = page.putArray("content");
    for (int i = offset; i < Math.min(offset + limit, all.size()); i++) {
      content.add(((ObjectNode) all.get(i)).deepCopy().remove(OF_THE_AD));
    }
    return WebAnswer.json(page);
  }
}
