package norrhub.config;

import java.nio.file.Path;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in plain words what the YAML parser does not like. */
public final class YamlMessages {
  private static final String TWICE = "found duplicate key ";

  private YamlMessages() {}

  public static Fault fault(Path file, String text, YAMLException e) {
    if (e instanceof ReaderException reader) {
      return unprintable(file, text, reader.getCodePoint());
    }
    if (e instanceof MarkedYAMLException marked && marked.getProblem() != null) {
      Mark mark = marked.getProblemMark();
      return new Fault(file, mark == null ? 1 : mark.getLine() + 1, sentence(marked));
    }
    return new Fault(file, 1, "this is not YAML: " + e.getMessage());
  }

  /** The limit is the caller's, who says what it is; the parser says no line. */
  static boolean isTooDeep(YAMLException e) {
    return String.valueOf(e.getMessage()).startsWith("Nesting Depth exceeded");
  }

  /** The parser knows its place in a buffer only. */
  private static Fault unprintable(Path file, String text, int character) {
    long before = text.chars().limit(text.indexOf(character)).filter(c -> c == '\n').count();
    String name = "U+%04X".formatted(character);
    return new Fault(
        file,
        (int) before + 1,
        "the character " + name + " has no place in a text file: take it out");
  }

  private static String sentence(MarkedYAMLException e) {
    String problem = e.getProblem();
    if (startsWithStar(e)) {
      return "a text that begins with * must stand in quotes: write \"*.xml\"";
    }
    if (problem.startsWith("found undefined alias")) {
      return "an alias (`*name`): write the value out, aliases are not taken; put a text that"
          + " begins with * in quotes";
    }
    if (problem.equals("but found another document")) {
      return "a second document begins here: write one document a file, take out `---`";
    }
    if (problem.startsWith("Global tag is not allowed")) {
      return "a tag (`!name`): write the plain value, or put it in quotes";
    }
    if (problem.startsWith(TWICE)) {
      return "`%s` stands twice: put what stands under this one under the first"
          .formatted(problem.substring(TWICE.length()));
    }
    if (problem.contains("TAB")) {
      return "a tab stands here: indent with spaces, never with tabs";
    }
    return "this is not YAML: " + problem.replace("<block end>", "the end of the block") + hint(e);
  }

  /** For YAML {@code *} begins an alias, and few names of files are names of aliases. */
  private static boolean startsWithStar(MarkedYAMLException e) {
    return String.valueOf(e.getContext()).contains("scanning an alias");
  }

  private static String hint(MarkedYAMLException e) {
    String problem = e.getProblem();
    if (problem.contains("mapping values are not allowed")) {
      return "; is the line indented too far, or does a text with `: ` want quotes?";
    }
    if (problem.contains("expected ',' or '}'") || problem.contains("expected ',' or ']'")) {
      return "; between { } and [ ] put ${NAME} in quotes";
    }
    if (problem.contains("expected <block end>")) {
      return "; is the line indented as its neighbours are?";
    }
    return problem.contains("could not find expected ':'") ? "; write `key: value`" : "";
  }
}
