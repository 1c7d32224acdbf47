package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The field names a draft may hold: the contract between the mappings and the rules. */
public final class DraftFields {
  /** Fields whose value is an object, or a list of such, with the names allowed in it. */
  private static final Map<String, Set<String>> OBJECTS =
      Map.of(
          "employer", Set.of("name", "orgNumber", "units", "url"),
          "locations",
              Set.of("city", "municipality", "region", "country", "postalCode", "street", "text"),
          "occupations", Set.of("scheme", "code", "label"));

  private static final Set<String> TEXTS =
      Set.of(
          "title",
          "language",
          "descriptionHtml",
          "descriptionText",
          "requisition",
          "published",
          "publishFrom",
          "deadline",
          "workplace",
          "contract",
          "hours",
          "scope",
          "openings",
          "applyUrl",
          "adUrl",
          "applyEmail",
          "removed",
          "notPublic");

  private DraftFields() {}

  /** Every field, those of objects as {@code employer.name}. */
  static List<String> names() {
    Stream<String> inner =
        OBJECTS.entrySet().stream()
            .flatMap(
                object -> object.getValue().stream().map(name -> object.getKey() + "." + name));
    return Stream.concat(TEXTS.stream(), inner).sorted().toList();
  }

  /** The paths in a draft that nothing downstream would read; empty for a good mapping. */
  public static List<String> unknown(JsonNode draft) {
    List<String> unknown = new ArrayList<>();
    draft
        .properties()
        .forEach(
            field -> {
              Set<String> inner = OBJECTS.get(field.getKey());
              if (inner != null) {
                field.getValue().forEach(value -> unknownIn(field.getKey(), value, inner, unknown));
                unknownIn(field.getKey(), field.getValue(), inner, unknown);
              } else if (!TEXTS.contains(field.getKey())) {
                unknown.add(field.getKey());
              }
            });
    return unknown;
  }

  private static void unknownIn(
      String field, JsonNode value, Set<String> inner, List<String> unknown) {
    value
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!inner.contains(name)) {
                unknown.add(field + "." + name);
              }
            });
  }
}
