package norrhub.record.repair;

/**
 * Walks through code as far as the next list or object that is assigned to a name. It knows
 * comments and texts, so that what stands in them is not taken for code.
 */
final class ScriptCode {
  private static final int LONGEST_NAME = 200;

  private final StringBuilder name = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private int quote;
  private boolean escaped;
  private int comment;
  private int last;
  private boolean inWord;
  private boolean assigned;

  /** True where a literal begins with this byte, assigned to {@link #name}. */
  boolean take(int one) {
    if (comment == '/' || comment == '*') {
      comment(one);
      return false;
    }
    if (quote != 0) {
      quoted(one);
      return false;
    }
    if (last == '/' && (one == '/' || one == '*')) {
      comment = one;
      last = 0;
      return false;
    }
    if (isWord(one)) {
      word(one);
      return false;
    }
    inWord = false;
    if (one <= ' ') {
      return false;
    }
    return token(one);
  }

  /** The assigned name, its steps joined by dots: {@code JBL['jobs']} is {@code JBL.jobs}. */
  String name() {
    return name.toString().replaceAll("[^A-Za-z0-9_$.-]", "_");
  }

  private boolean token(int one) {
    if (assigned && (one == '[' || one == '{')) {
      return true;
    }
    assigned = one == '=' && last == 'a' && !name.isEmpty();
    if (one == '"' || one == '\'' || one == '`') {
      quote = one;
      text.setLength(0);
      return false;
    }
    if (one == ']' && last == 't') {
      append(name, '.');
      text.chars().forEach(c -> append(name, c));
      last = 'a';
      return false;
    }
    if (one != '.' && one != '[' && one != '=') {
      name.setLength(0);
    }
    last = one;
    return false;
  }

  private void word(int one) {
    if (!inWord) {
      if (last == '.') {
        append(name, '.');
      } else {
        name.setLength(0);
      }
    }
    inWord = true;
    assigned = false;
    append(name, one);
    last = 'a';
  }

  /** Only `…` goes over lines: an apostrophe in a regular expression must not hide the rest. */
  private void quoted(int one) {
    if (escaped) {
      escaped = false;
    } else if (one == '\\') {
      escaped = true;
    } else if (one == quote || one == '\n' && quote != '`') {
      last = last == '[' ? 't' : '"';
      quote = 0;
    } else {
      append(text, one);
    }
  }

  private void comment(int one) {
    if (comment == '/') {
      comment = one == '\n' ? 0 : comment;
    } else if (last == '*' && one == '/') {
      comment = 0;
      last = 0;
    } else {
      last = one;
    }
  }

  private static void append(StringBuilder to, int one) {
    if (to.length() < LONGEST_NAME) {
      to.append((char) one);
    }
  }

  private static boolean isWord(int one) {
    return one == '_' || one == '$' || one >= 0x80 || Character.isLetterOrDigit(one);
  }
}
