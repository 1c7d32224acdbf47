package norrhub.fetch;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file name with {@code *} for any characters and {@code ?} for one, such as {@code *.xml}; upper
 * and lower case are the same.
 */
public record FileNameGlob(String text) {

  public boolean matches(String name) {
    return Pattern.compile(regex(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(name)
        .matches();
  }

  private String regex() {
    return text.codePoints().mapToObj(FileNameGlob::regex).collect(Collectors.joining());
  }

  private static String regex(int sign) {
    return switch (sign) {
      case '*' -> ".*";
      case '?' -> ".";
      default -> Pattern.quote(Character.toString(sign));
    };
  }
}
