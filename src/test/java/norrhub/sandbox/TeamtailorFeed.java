package norrhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * A career site of Teamtailor: its JSON feed in pages that are linked by {@code next_url}. The
 * vacancies are a JSON array.
 */
final class TeamtailorFeed implements WebSystem {
  private static final int PER_PAGE = 6;

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public WebAnswer answer(WebRequest request, byte[] vacancies) throws IOException {
    if (!request.gets(request.list())) {
      return WebAnswer.notFound();
    }
    String url = request.base() + request.list();
    int number = Math.max(1, request.number("page", 1));
    JsonNode all = json.readTree(vacancies);
    ObjectNode page = json.createObjectNode();
    page.put("version", "https://jsonfeed.org/version/1.1");
    page.put("title", "Career site");
    page.put("home_page_url", request.base() + "/jobs");
    page.put("feed_url", url);
    if (number * PER_PAGE < all.size()) {
      page.put("next_url", "%s?page=%d&per_page=%d".formatted(url, number + 1, PER_PAGE));
    }
    ArrayNode items = page.putArray("items");
    for (int i = (number - 1) * PER_PAGE; i < Math.min(number * PER_PAGE, all.size()); i++) {
      items.add(all.get(i));
    }
    return WebAnswer.json(page);
  }
}
