package norrhub.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was released is kept: within version 1 a schema grows, and nothing of it goes. */
class ReleasedSchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RELEASED = StrictSchemas.FOLDER.resolve("released");

  static List<String> releases() throws IOException {
    try (Stream<Path> files = Files.list(RELEASED)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void theCurrentSchemaBreaksNothingOfTheRelease(String release) throws IOException {
    String current = release.replaceFirst("(-v\\d+)\\.\\d+\\.json$", "$1");
    JsonNode released = JSON.readTree(RELEASED.resolve(release).toFile());
    assertThat(SchemaGrowth.breaks(released, StrictSchemas.open(current))).isEmpty();
  }

  @Test
  void everySchemaThatConsumersReadHasARelease() throws IOException {
    Set<String> names =
        releases().stream()
            .map(release -> release.replaceFirst("\\.\\d+\\.json$", ""))
            .collect(Collectors.toSet());
    assertThat(names)
        .containsExactlyInAnyOrder(
            "vacancy-v1",
            "tombstone-v1",
            "campaign-v1",
            "changes-v1",
            "event-upserted-v1",
            "event-withdrawn-v1");
  }

  /** {@code set} puts a value at a pointer, {@code remove} takes it out, {@code add} appends. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          remove | /properties/openings                              |
          remove | /properties/employer/properties/url               |
          remove | /properties/locations/items/properties/city       |
          set    | /properties/openings/type                         | "string"
          set    | /properties/title/type                            | ["string", "null"]
          set    | /properties/locations/type                        | "object"
          set    | /properties/locations/items                       | {"type": "string"}
          set    | /properties/locations/items/properties/city/type  | "integer"
          set    | /properties/locations/items/properties/city/minLength | 1
          set    | /properties/title/maxLength                       | 100
          set    | /properties/title/maxLength                       | 1000
          remove | /properties/title/maxLength                       |
          set    | /properties/openings/minimum                      | 0
          set    | /properties/id/pattern                            | "^[0-9a-f]{40}$"
          remove | /properties/id/pattern                            |
          set    | /properties/partner/pattern                       | "^[a-z]+$"
          set    | /properties/partner/enum                          | ["lkab"]
          set    | /properties/partner/const                         | "lkab"
          set    | /properties/sourceKey/format                      | "uuid"
          remove | /properties/datePosted/format                     |
          add    | /required                                         | "openings"
          add    | /properties/locations/items/required              | "city"
          set    | /properties/deadline/required                     | ["at"]
          remove | /required                                         |
          set    | /required                                         | ["id"]
          remove | /properties/employer/required                     |
          set    | /additionalProperties                             | false
          set    | /properties/deadline/additionalProperties         | false
          set    | /properties/application/minProperties             | 2
          remove | /properties/application/minProperties             |
          set    | /properties/workplace/anyOf/0/enum                | ["ONSITE", "HYBRID", "REMOTE"]
          set    | /properties/workplace/anyOf                       | [{"enum": ["ONSITE", "HYBRID", "REMOTE", "UNKNOWN"]}]
          set    | /properties/workplace                             | {"enum": ["ONSITE", "HYBRID", "REMOTE", "UNKNOWN"]}
          set    | /properties/contract/anyOf/1/type                 | "integer"
          set    | /properties/contract/anyOf/1/pattern              | "^[A-Z]+$"
          set    | /properties/occupations/maxItems                  | 1
          set    | /properties/occupations/uniqueItems               | true
          set    | /not                                              | {"required": ["openings"]}
          set    | /dependentRequired                                | {"openings": ["title"]}
          set    | /if                                               | {"required": ["openings"]}
          set    | /type                                             | "array"
          remove | /type                                             |
          """)
  void whatBreaksAConsumerIsFound(String how, String pointer, String value) throws IOException {
    JsonNode released = StrictSchemas.open("vacancy-v1");
    JsonNode changed = changed(released.deepCopy(), how, pointer, value);
    assertThat(changed).isNotEqualTo(released);
    assertThat(SchemaGrowth.breaks(released, changed)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          set | /properties/salary                                | {"type": "object", "required": ["min"], "properties": {"min": {"type": "integer"}}}
          set | /properties/locations/items/properties/latitude   | {"type": "number"}
          set | /properties/title/description                     | "What the job is called."
          set | /title                                            | "A vacancy"
          add | /properties/workplace/anyOf/0/enum                | "ABROAD"
          """)
  void whatAConsumerMayIgnoreIsGrowth(String how, String pointer, String value) throws IOException {
    JsonNode released = StrictSchemas.open("vacancy-v1");
    JsonNode changed = changed(released.deepCopy(), how, pointer, value);
    assertThat(changed).isNotEqualTo(released);
    assertThat(SchemaGrowth.breaks(released, changed)).isEmpty();
  }

  private static JsonNode changed(JsonNode schema, String how, String pointer, String value)
      throws IOException {
    int slash = pointer.lastIndexOf('/');
    String key = pointer.substring(slash + 1);
    ObjectNode parent = (ObjectNode) schema.at(pointer.substring(0, slash));
    switch (how) {
      case "remove" -> parent.remove(key);
      case "add" -> ((ArrayNode) parent.get(key)).add(JSON.readTree(value));
      default -> parent.set(key, JSON.readTree(value));
    }
    return schema;
  }
}
