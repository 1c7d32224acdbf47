package norrhub.record.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import norrhub.notice.SourceLocation;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import norrhub.record.json.StrictJson;
import org.jsoup.parser.Parser;

/**
 * The JSON-LD of one page. Scripts are written by templates, so line ends within texts, commas too
 * many and comments around the whole are taken as they are meant. Things that a script only names
 * by {@code @id} stand in another place of the page and are put in.
 */
final class JsonLd {
  private static final int DEEPEST_REFERENCE = 4;

  private final Limits limits;
  private final ObjectMapper json;
  private final List<Script> scripts = new ArrayList<>();
  private final Map<String, ObjectNode> things = new HashMap<>();
  private int nodes;

  private record Script(SourceLocation place, JsonNode content) {}

  JsonLd(Limits limits) {
    this.limits = limits;
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(StrictJson.constraints(limits))
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    this.json = StrictJson.exact(factory);
  }

  /** Takes a script in; says what is wrong with one that cannot be read. */
  Optional<String> add(SourceLocation place, String script) throws IOException {
    String text = unwrapped(script);
    try (JsonParser tokens = json.createParser(text)) {
      JsonNode content = json.readTree(tokens);
      if (content == null || content.isMissingNode()) {
        return Optional.of("it is empty");
      }
      scripts.add(new Script(place, content));
      remember(content);
      return Optional.empty();
    } catch (StreamConstraintsException e) {
      throw new OverLimit(e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      return Optional.of(e.getOriginalMessage());
    }
  }

  /** Gives each thing of that type, whole; what stands within such a thing is part of it. */
  void eachOf(String type, BiConsumer<SourceLocation, JsonNode> taker) {
    for (Script script : scripts) {
      find(script.content, "", type, (path, thing) -> taker.accept(at(script, path), thing));
    }
  }

  private static SourceLocation at(Script script, String path) {
    SourceLocation place = script.place;
    return new SourceLocation(place.part(), place.line(), (place.path() + " " + path).strip());
  }

  private void find(JsonNode node, String path, String type, BiConsumer<String, JsonNode> taker) {
    if (node.isObject() && isA(node, type)) {
      taker.accept(path, whole(node, DEEPEST_REFERENCE));
    } else if (node.isObject()) {
      node.properties().forEach(e -> find(e.getValue(), path + "/" + e.getKey(), type, taker));
    } else {
      for (int i = 0; i < node.size(); i++) {
        find(node.get(i), path + "/" + i, type, taker);
      }
    }
  }

  /** "JobPosting", ["JobPosting", …], "schema:JobPosting", "https://schema.org/JobPosting". */
  private static boolean isA(JsonNode node, String type) {
    JsonNode types = node.path("@type");
    for (JsonNode one : types.isArray() ? types : List.of(types)) {
      if (one.asText().matches("(https?://schema\\.org/|schema:)?" + type)) {
        return true;
      }
    }
    return false;
  }

  /** A thing that is put in is not searched for more: what is small must stay small. */
  private JsonNode whole(JsonNode node, int deep) {
    if (node.size() == 1 && node.has("@id")) {
      return things.getOrDefault(node.path("@id").asText(), (ObjectNode) node);
    }
    if (deep > 0 && node.isObject()) {
      ObjectNode whole = json.createObjectNode();
      node.properties().forEach(e -> whole.set(e.getKey(), whole(e.getValue(), deep - 1)));
      return whole;
    }
    if (deep > 0 && node.isArray()) {
      ArrayNode whole = json.createArrayNode();
      node.forEach(one -> whole.add(whole(one, deep - 1)));
      return whole;
    }
    return node;
  }

  private void remember(JsonNode node) throws OverLimit {
    if (++nodes > limits.nodes()) {
      throw new OverLimit("JSON-LD of a page > " + limits.nodes() + " names and values");
    }
    if (node instanceof ObjectNode object && object.size() > 1 && object.has("@id")) {
      things.putIfAbsent(object.path("@id").asText(), object);
    }
    for (JsonNode below : node) {
      remember(below);
    }
  }

  /** Without comments and CDATA marks that hide scripts from old browsers, and without escapes. */
  private static String unwrapped(String script) {
    String text =
        script
            .strip()
            .replaceFirst("^(<!--|(//|/\\*)?\\s*<!\\[CDATA\\[(\\s*\\*/)?)", "")
            .replaceFirst("((//|/\\*)?\\s*]]>(\\s*\\*/)?|(//\\s*)?-->)$", "")
            .strip();
    return text.matches("(?s)[\\[{]\\s*&quot;.*") ? Parser.unescapeEntities(text, false) : text;
  }
}
