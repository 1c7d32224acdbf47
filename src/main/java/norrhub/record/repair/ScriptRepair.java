package norrhub.record.repair;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/** Finds what scripts assign, and writes it as the members of one JSON object. */
final class ScriptRepair extends RepairingInputStream {
  private static final int MOST_MEMBERS = 1000;

  private enum Within {
    START,
    PAGE,
    SCRIPT_TAG,
    CODE,
    LITERAL,
    /** What follows a literal that is all there is, or one that was cut off. */
    REST
  }

  private final Set<String> members = new HashSet<>();
  private final StringBuilder window = new StringBuilder();
  private Within within = Within.START;
  private boolean page;
  private boolean wrapped;
  private ScriptCode code = new ScriptCode();
  private LiteralJson literal = literal();

  ScriptRepair(InputStream in) {
    super(in);
  }

  private LiteralJson literal() {
    return new LiteralJson(this::put, this::repaired);
  }

  @Override
  protected void take(int one) {
    if (one == '\n' && within != Within.LITERAL) {
      put('\n'); // the lines of the notices are those of the source
    }
    if (page && endsScript(one)) {
      within =
          within == Within.LITERAL ? Within.REST : within == Within.REST ? within : Within.PAGE;
    }
    switch (within) {
      case START -> start(one);
      case PAGE -> within = window.indexOf("<script") > 0 ? Within.SCRIPT_TAG : within;
      case SCRIPT_TAG -> tag(one);
      case CODE -> code(one);
      case LITERAL -> literal(one);
      case REST -> {
        // Nothing that follows is data.
      }
    }
  }

  private boolean endsScript(int one) {
    window.append((char) Character.toLowerCase(one));
    if (window.length() > "</script".length()) {
      window.deleteCharAt(0);
    }
    return window.toString().equals("</script");
  }

  /** A byte order mark may stand before. */
  private void start(int one) {
    if (one <= ' ' || one == 0xef || one == 0xbb || one == 0xbf) {
      return;
    }
    if (one == '[' || one == '{') {
      within = Within.LITERAL;
      literal(one);
      return;
    }
    put('{');
    wrapped = true;
    page = one == '<';
    within = page ? Within.PAGE : Within.CODE;
    take(one);
  }

  private void tag(int one) {
    if (one == '>') {
      code = new ScriptCode();
      within = Within.CODE;
    }
  }

  private void code(int one) {
    if (code.take(one) && members.size() < MOST_MEMBERS) {
      put((members.isEmpty() ? "" : ",") + '"' + unused(code.name()) + "\":");
      repaired();
      literal = literal();
      within = Within.LITERAL;
      literal(one);
    }
  }

  /** Assigned twice, a name stands twice; the first keeps it. */
  private String unused(String name) {
    String free = name;
    for (int i = 2; !members.add(free); i++) {
      free = name + "#" + i;
    }
    return free;
  }

  private void literal(int one) {
    literal.take(one);
    if (literal.ended()) {
      within = wrapped ? Within.CODE : Within.REST;
      code = new ScriptCode();
    }
  }

  @Override
  protected void end() {
    boolean whole = within == Within.CODE || within == Within.PAGE || within == Within.SCRIPT_TAG;
    if (wrapped && whole) {
      put('}');
    }
  }
}
