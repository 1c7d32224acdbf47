package norrhub.mapping;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Patterns in which a {@code *} stands for any text, as regular expressions. */
final class Globs {
  private Globs() {}

  /** Matches what one of the paths does; a {@code *} stays within its step. */
  static String anyOf(Collection<String> paths) {
    return anyOf(paths, "[^/]*");
  }

  /** Matches what one of the texts does. */
  static Pattern texts(Collection<String> texts) {
    return Pattern.compile(anyOf(texts, ".*"), Pattern.DOTALL);
  }

  private static String anyOf(Collection<String> globs, String star) {
    return globs.stream()
        .map(
            glob ->
                Stream.of(glob.strip().split("\\*", -1)).map(Pattern::quote).collect(joining(star)))
        .collect(joining("|", "(?:", globs.isEmpty() ? "(?!))" : ")"));
  }
}
