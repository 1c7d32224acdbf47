package norrhub.record.repair;

/** Passes over a value that is code, to the comma or bracket behind it. */
final class SkippedCode {
  private int deeper;
  private int quote;
  private boolean escaped;

  void begin() {
    deeper = 0;
    quote = 0;
    escaped = false;
  }

  /** False where this byte is behind the code already. */
  boolean take(int one) {
    if (quote != 0) {
      quote = one == quote && !escaped ? 0 : quote;
      escaped = one == '\\' && !escaped;
    } else if (one == '"' || one == '\'' || one == '`') {
      quote = one;
    } else if (deeper == 0 && (one == ',' || one == '}' || one == ']')) {
      return false;
    } else if (one == '(' || one == '[' || one == '{') {
      deeper++;
    } else if (one == ')' || one == ']' || one == '}') {
      deeper--;
    }
    return true;
  }
}
