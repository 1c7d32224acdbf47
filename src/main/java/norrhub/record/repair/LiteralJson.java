package norrhub.record.repair;

import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Writes one list or object of JavaScript as JSON: names in quotes, texts in double ones, no comma
 * before a closing bracket. What is no plain value (a call, a function) is null.
 */
final class LiteralJson {
  private static final Set<String> SAME = Set.of("true", "false", "null");
  private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?";
  private static final int LONGEST_WORD = 1000;

  private enum Next {
    NAME,
    COLON,
    VALUE,
    AFTER_VALUE,
    REST_OF_TEXT,
    REST_OF_WORD,
    REST_OF_CODE
  }

  private final IntConsumer out;
  private final Runnable repaired;
  private final StringBuilder nesting = new StringBuilder();
  private final StringBuilder word = new StringBuilder();
  private Next next = Next.VALUE;
  private boolean named;
  private boolean comma;
  private final LiteralText text;
  private final SkippedCode code = new SkippedCode();
  private int comment;
  private int last;

  LiteralJson(IntConsumer out, Runnable repaired) {
    this.out = out;
    this.repaired = repaired;
    this.text = new LiteralText(out);
  }

  boolean ended() {
    return nesting.isEmpty() && next == Next.AFTER_VALUE;
  }

  void take(int one) {
    if (comment == '/' || comment == '*') {
      comment(one);
      return;
    }
    switch (next) {
      case REST_OF_TEXT -> {
        if (text.take(one)) {
          next = named ? Next.COLON : Next.AFTER_VALUE;
        }
      }
      case REST_OF_WORD -> word(one);
      case REST_OF_CODE -> code(one);
      default -> token(one);
    }
  }

  private void token(int one) {
    if (one <= ' ') {
      if (one == '\n') {
        out.accept(one);
      }
    } else if (last == '/' && (one == '/' || one == '*')) {
      comment = one;
      last = 0;
    } else if (one == '/') {
      last = one;
    } else {
      last = 0;
      switch (next) {
        case COLON -> colon(one);
        case AFTER_VALUE -> afterValue(one);
        default -> nameOrValue(one);
      }
    }
  }

  private void nameOrValue(int one) {
    named = next == Next.NAME;
    if (one == '}' || one == ']') {
      close(one);
    } else if (one == ',') {
      repaired.run();
    } else if (one == '"' || one == '\'' || one == '`') {
      separate();
      if (one != '"') {
        repaired.run();
      }
      text.open(one);
      next = Next.REST_OF_TEXT;
    } else if (!named && (one == '[' || one == '{')) {
      separate();
      out.accept(one);
      nesting.append((char) one);
      next = one == '{' ? Next.NAME : Next.VALUE;
    } else if (isWord(one)) {
      separate();
      word.setLength(0);
      next = Next.REST_OF_WORD;
      word(one);
    } else {
      separate();
      put("null");
      skip(one);
    }
  }

  private void word(int one) {
    if (isWord(one)) {
      if (word.length() < LONGEST_WORD) {
        word.append((char) one);
      }
      return;
    }
    String written = word.toString();
    if (named) {
      repaired.run();
      put("\"" + written + "\"");
      next = Next.COLON;
      take(one);
    } else if (SAME.contains(written) || written.matches(NUMBER)) {
      put(written);
      next = Next.AFTER_VALUE;
      take(one);
    } else {
      put("null");
      skip(one);
    }
  }

  /** A name alone, or a function under its name, has no value that could be told. */
  private void colon(int one) {
    if (one == ':') {
      out.accept(':');
      next = Next.VALUE;
    } else {
      put(":null");
      skip(one);
    }
  }

  private void afterValue(int one) {
    if (one == ',') {
      comma = true;
      next = nesting.charAt(nesting.length() - 1) == '{' ? Next.NAME : Next.VALUE;
    } else if (one == '}' || one == ']') {
      close(one);
    } else {
      out.accept(one); // the reader tells that this is no JSON
    }
  }

  private void close(int one) {
    if (comma) {
      repaired.run();
      comma = false;
    }
    out.accept(one);
    nesting.setLength(Math.max(nesting.length() - 1, 0));
    next = Next.AFTER_VALUE;
  }

  private void separate() {
    if (comma) {
      out.accept(',');
      comma = false;
    }
  }

  private void skip(int one) {
    repaired.run();
    code.begin();
    next = Next.REST_OF_CODE;
    code(one);
  }

  private void code(int one) {
    if (!code.take(one)) {
      next = Next.AFTER_VALUE;
      take(one);
    }
  }

  private void comment(int one) {
    if (one == '\n') {
      out.accept(one);
    }
    if (comment == '/' && one == '\n' || comment == '*' && last == '*' && one == '/') {
      comment = 0;
      last = 0;
    } else {
      last = one;
    }
  }

  private void put(String ascii) {
    ascii.chars().forEach(out);
  }

  private static boolean isWord(int one) {
    return "_$.+-".indexOf(one) >= 0 || one >= 0x80 || Character.isLetterOrDigit(one);
  }
}
