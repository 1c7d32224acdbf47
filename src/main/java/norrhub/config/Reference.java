package norrhub.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form <code>${NAME}</code>, as the whole of a value. */
final class Reference {
  static final String PATTERN = "^\\$\\{[A-Z][A-Z0-9_]*\\}$";
  static final String WANTS = "write ${NAME}, NAME in capitals, digits and _, as the whole value";

  /** In the schema of a {@link Secret}. */
  static final String SECRET_FORMAT = "secret-reference";

  private static final Pattern WHOLE = Pattern.compile(PATTERN);
  private static final Pattern ANYWHERE = Pattern.compile("\\$\\{[A-Z][A-Z0-9_]*\\}");

  private Reference() {}

  /** The name that a value refers to. */
  static Optional<String> name(String value) {
    Matcher reference = WHOLE.matcher(value);
    return reference.matches()
        ? Optional.of(value.substring(2, value.length() - 1))
        : Optional.empty();
  }

  /** Whether a value only looks like a reference: in the middle of a text, or in small letters. */
  static boolean misplaced(String value) {
    return name(value).isEmpty()
        && (ANYWHERE.matcher(value).find() || value.startsWith("${") && value.endsWith("}"));
  }
}
