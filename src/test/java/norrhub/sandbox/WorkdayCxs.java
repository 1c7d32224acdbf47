package norrhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A career site of Workday: a search by POST, at most twenty at once, whose total is right on the
 * first page and 0 on all others; what a vacancy is about has an address of its own. The vacancies
 * are a JSON array of both in one; the list's title, day and place are the ad's.
 */
final class WorkdayCxs implements WebSystem {
  private static final int MOST = 20;
  private static final List<String> OF_THE_AD = List.of("jobPostingInfo", "hiringOrganization");

  private static final Map<String, String> REPEATED =
      Map.of("title", "title", "postedOn", "postedOn", "locationsText", "location");

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public WebAnswer answer(WebRequest request, byte[] vacancies) throws IOException {
    JsonNode all = json.readTree(vacancies);
    if (request.path().equals(request.list())) {
      return request.method().equals("POST")
          ? search(json.readTree(request.body()), all)
          : WebAnswer.text(405, "Method not allowed");
    }
    String site = request.list().replaceFirst("/jobs$", "");
    for (JsonNode posting : all) {
      if (request.gets(site + posting.path("externalPath").asText())) {
        return WebAnswer.json(((ObjectNode) posting).deepCopy().retain(OF_THE_AD));
      }
    }
    return WebAnswer.notFound();
  }

  private WebAnswer search(JsonNode wanted, JsonNode all) throws IOException {
    int offset = wanted.path("offset").asInt();
    int limit = wanted.path("limit").asInt(MOST);
    if (limit > MOST) {
      return WebAnswer.text(400, "Bad request");
    }
    ObjectNode page = json.createObjectNode();
    page.put("total", offset == 0 ? all.size() : 0);
    ArrayNode postings = page.putArray("jobPostings");
    for (int i = offset; i < Math.min(offset + limit, all.size()); i++) {
      postings.add(listed((ObjectNode) all.get(i)));
    }
    page.putArray("facets");
    page.put("userAuthenticated", false);
    return WebAnswer.json(page);
  }

  /** The list repeats what the ad says, so that an edit of the ad shows in both, as in Workday. */
  private static ObjectNode listed(ObjectNode posting) {
    ObjectNode listed = posting.deepCopy();
    JsonNode ad = listed.path("jobPostingInfo");
    REPEATED.forEach(
        (name, source) -> {
          if (!listed.has(name) && ad.has(source)) {
            listed.set(name, ad.get(source));
          }
        });
    listed.remove(OF_THE_AD);
    return listed;
  }
}
