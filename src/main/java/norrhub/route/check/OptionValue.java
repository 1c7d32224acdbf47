package norrhub.route.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.tooling.model.ComponentModel.EndpointOptionModel;

/** Whether an option's value is of the kind that Camel reads there. */
final class OptionValue {
  private static final Set<String> BOOLEANS = Set.of("true", "false");

  /** As Camel's TimeUtils reads it; it throws whatever comes to hand where it cannot. */
  private static final Pattern DURATION =
      Pattern.compile("-?\\d+|(?i)(\\d+\\s*(ms|s|m|h|d)[a-z]*\\s*)+|PT[0-9.HMS]+");

  private OptionValue() {}

  /**
   * @param value as the file has it; one that a parameter fills in is not known yet
   */
  static Optional<String> objection(EndpointOptionModel option, String value) {
    if (value.contains("{{") || value.startsWith("#") || value.startsWith("RAW(")) {
      return Optional.empty();
    }
    List<String> choices = option.getEnums();
    if (choices != null && !choices.isEmpty()) {
      return choices.stream().anyMatch(value::equalsIgnoreCase)
          ? Optional.empty()
          : Optional.of("is one of %s, not `%s`".formatted(String.join(", ", choices), value));
    }
    return switch (String.valueOf(option.getType())) {
      case "boolean" ->
          BOOLEANS.contains(value) ? Optional.empty() : not(value, "`true` or `false`");
      case "integer" ->
          value.matches("[+-]?\\d+") ? Optional.empty() : not(value, "a whole number");
      case "number" ->
          value.matches("[+-]?\\d+(\\.\\d+)?") ? Optional.empty() : not(value, "a number");
      case "duration" ->
          DURATION.matcher(value).matches()
              ? Optional.empty()
              : not(value, "a time such as 5000, 30s or 2m");
      default -> Optional.empty();
    };
  }

  private static Optional<String> not(String value, String kind) {
    return Optional.of("is %s, not `%s`".formatted(kind, value));
  }
}
