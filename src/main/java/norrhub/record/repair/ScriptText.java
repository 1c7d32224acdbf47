package norrhub.record.repair;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.record.OverLimit;

/**
 * A script's text before the parser sees it. The parser calls itself for each bracket within
 * another, so their depth has a limit; and it does not know the words {@code async} and {@code
 * await} nor the dots of a rest parameter, which mean nothing to what is never run.
 */
final class ScriptText {
  private static final int DEEPEST = 300;

  /** Comments and texts first, so that what stands in them is not taken for code. */
  private static final Pattern TOKEN =
      Pattern.compile(
          String.join(
              "|",
              "//[^\n]*+",
              "/\\*(?s:.*?)\\*/",
              "\"(?:[^\"\\\\\n]|\\\\(?s:.))*+\"",
              "'(?:[^'\\\\\n]|\\\\(?s:.))*+'",
              "`(?:[^`\\\\]|\\\\(?s:.))*+`",
              "(?<open>[\\[({])",
              "(?<close>[\\])}])",
              "(?<unknown>\\.\\.\\."
                  + "|(?<![.\\w$])await(?=\\s+[^\\s:=,;)}\\]]|\\s*\\()"
                  + "|(?<![.\\w$])async(?=\\s+[\\w$*\\[]|\\s*\\([^()]*+\\)\\s*=>))"));

  private ScriptText() {}

  /** As long as before, so that every place in it stays the same. */
  static String parseable(String script) throws OverLimit {
    StringBuilder text = new StringBuilder(script);
    int depth = 0;
    Matcher token = TOKEN.matcher(script);
    while (token.find()) {
      if (token.group("open") != null && ++depth > DEEPEST) {
        throw new OverLimit("brackets within each other in a script > " + DEEPEST);
      }
      if (token.group("close") != null) {
        depth = Math.max(depth - 1, 0);
      }
      if (token.group("unknown") != null) {
        text.replace(token.start(), token.end(), " ".repeat(token.end() - token.start()));
      }
    }
    return text.toString();
  }
}
