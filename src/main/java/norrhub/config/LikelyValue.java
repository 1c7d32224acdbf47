package norrhub.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What could stand in a file where a name is not set on this machine, so that all else in the file
 * can be looked at there too. It is never used for anything else.
 */
final class LikelyValue {
  private static final List<String> GUESSES =
      List.of("not-set.invalid", "https://not-set.invalid/", "/not-set", "1m", "UTC", "1", "true");

  /** For a secret; as long as a key has to be. */
  static final String SECRET = "not-set-on-this-machine-".repeat(2);

  private LikelyValue() {}

  /** A value of that schema; any where none of the guesses fits. */
  static String of(JsonNode schema) {
    if (schema.path("enum").isArray()) {
      return schema.path("enum").path(0).asText();
    }
    Stream<String> examples =
        Stream.concat(Stream.of(schema.path("examples").path(0).asText()), GUESSES.stream());
    return examples.filter(guess -> fits(guess, schema)).findFirst().orElse(GUESSES.get(0));
  }

  private static boolean fits(String guess, JsonNode schema) {
    String pattern = schema.path("pattern").asText(".*");
    return !guess.isEmpty()
        && guess.matches(pattern)
        && TextType.ofFormat(schema.path("format").asText()).stream().allMatch(t -> t.takes(guess))
        && switch (schema.path("type").asText()) {
          case "integer", "number" -> guess.equals("1");
          case "boolean" -> guess.equals("true");
          default -> true;
        };
  }
}
