package norrhub.record.repair;

import java.io.InputStream;

/**
 * Walks along XML that may not be well-formed and knows what is markup and what is not: in a
 * comment, in CDATA and in a processing instruction nothing is repaired.
 */
abstract class XmlRepair extends RepairingInputStream {
  private static final String COMMENT = "<!--";
  private static final String CDATA = "<![CDATA[";
  private static final int LONGEST_REFERENCE = 100;

  private enum Within {
    TEXT,
    /** Behind a {@code <}, before it is clear what it begins. */
    MARKUP,
    TAG,
    REFERENCE,
    /** In what ends with {@link #closer} and nothing else. */
    ALONE
  }

  private final StringBuilder kept = new StringBuilder();
  private Within within = Within.TEXT;
  private Within around = Within.TEXT;
  private int quote;
  private String closer = "";
  private int matched;

  XmlRepair(InputStream in) {
    super(in);
  }

  /**
   * A tag without a name.
   *
   * @param written {@code <>} or {@code </>}
   */
  void nameless(String written) {
    put(written);
  }

  /**
   * An ampersand and what follows it.
   *
   * @param name letters, digits and {@code #}; empty where something else follows
   * @param closed whether a semicolon ends it
   */
  void reference(String name, boolean closed) {
    put("&" + name + (closed ? ";" : ""));
  }

  @Override
  protected void take(int one) {
    switch (within) {
      case TEXT -> text(one);
      case MARKUP -> markup(one);
      case TAG -> tag(one);
      case REFERENCE -> reference(one);
      case ALONE -> alone(one);
    }
  }

  private void text(int one) {
    if (one == '<') {
      kept.append('<');
      within = Within.MARKUP;
    } else if (one == '&') {
      around = Within.TEXT;
      within = Within.REFERENCE;
    } else {
      put(one);
    }
  }

  private void markup(int one) {
    kept.append((char) one);
    String start = kept.toString();
    if (start.equals("<>") || start.equals("</>")) {
      nameless(start);
      enter(Within.TEXT);
    } else if (start.equals(COMMENT) || start.equals(CDATA) || start.equals("<?")) {
      closer = start.equals(COMMENT) ? "-->" : start.equals(CDATA) ? "]]>" : "?>";
      matched = 0;
      putKept();
      enter(Within.ALONE);
    } else if (!COMMENT.startsWith(start) && !CDATA.startsWith(start) && !start.equals("</")) {
      putKept();
      quote = 0;
      enter(one == '>' ? Within.TEXT : Within.TAG);
    }
  }

  private void enter(Within next) {
    kept.setLength(0);
    within = next;
  }

  private void putKept() {
    kept.chars().forEach(this::put);
    kept.setLength(0);
  }

  private void tag(int one) {
    if (one == '&') {
      around = Within.TAG;
      within = Within.REFERENCE;
      return;
    }
    put(one);
    if (one == quote) {
      quote = 0;
    } else if (quote == 0 && (one == '"' || one == '\'')) {
      quote = one;
    } else if (quote == 0 && one == '>') {
      within = Within.TEXT;
    }
  }

  private void reference(int one) {
    boolean name =
        one == '#'
            || one < 0x80 && Character.isLetterOrDigit(one) && kept.length() < LONGEST_REFERENCE;
    if (name) {
      kept.append((char) one);
      return;
    }
    String written = kept.toString();
    enter(around);
    reference(written, one == ';');
    if (one != ';') {
      take(one);
    }
  }

  private void alone(int one) {
    put(one);
    if (one == closer.charAt(matched)) {
      matched++;
    } else if (!(matched == 2 && one == closer.charAt(1))) {
      // "]]]>" ends CDATA too: two of three are still matched.
      matched = one == closer.charAt(0) ? 1 : 0;
    }
    if (matched == closer.length()) {
      within = Within.TEXT;
    }
  }

  @Override
  protected void end() {
    if (within == Within.REFERENCE) {
      String written = kept.toString();
      enter(around);
      reference(written, false);
    }
    putKept();
  }
}
