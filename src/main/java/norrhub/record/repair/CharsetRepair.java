package norrhub.record.repair;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes UTF-8 of what calls itself UTF-8, ASCII, ISO-8859-1 or Windows-1252, character by
 * character: what is well-formed UTF-8 is that, for nothing else looks like it by chance; every
 * other byte is Windows-1252, which ISO-8859-1 is too but for controls that no text has. Other
 * character sets are left to the parser.
 */
final class CharsetRepair extends RepairingInputStream {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern ENCODING =
      Pattern.compile("(?<before>\\sencoding\\s*=\\s*[\"'])(?<name>[A-Za-z0-9._-]+)");
  private static final int LONGEST_DECLARATION = 200;

  private final StringBuilder head = new StringBuilder();
  private boolean inHead = true;
  private boolean unknown;
  private String declared = "utf-8";
  private final int[] sequence = new int[4];
  private int length;
  private int wanted;
  private boolean sawUtf8;
  private boolean saw1252;

  CharsetRepair(InputStream in) {
    super(in);
  }

  @Override
  protected void take(int one) {
    if (inHead) {
      head(one);
    } else if (unknown || length == 0 && one < 0x80) {
      put(one);
    } else {
      wide(one);
    }
  }

  /** The XML declaration is ASCII in all of them; whatever begins otherwise has none. */
  private void head(int one) {
    head.append((char) one);
    String start = head.toString().replaceFirst("^ï»¿", "");
    boolean declaration =
        "<?xml".startsWith(start)
            || "ï»¿".startsWith(start)
            || start.startsWith("<?xml") && start.length() < LONGEST_DECLARATION;
    if (!declaration || start.endsWith("?>")) {
      endHead();
    }
  }

  private void endHead() {
    inHead = false;
    String written = head.toString();
    Matcher encoding = ENCODING.matcher(written);
    if (written.endsWith("?>") && encoding.find()) {
      declared = encoding.group("name").toLowerCase(Locale.ROOT);
      unknown =
          !declared.matches("utf-?8|us-ascii|iso-8859-1|iso8859-1|latin-?1|windows-1252|cp1252");
      if (!unknown) {
        written =
            written.substring(0, encoding.end("before"))
                + "UTF-8"
                + written.substring(encoding.end());
      }
    }
    written.chars().forEach(this::take);
  }

  private void wide(int one) {
    if (length == 0) {
      wanted = width(one);
    } else if (!continues(one)) {
      single();
      take(one);
      return;
    }
    sequence[length++] = one;
    if (length == wanted) {
      if (wanted == 1) {
        single();
      } else {
        whole();
      }
    }
  }

  /** How many bytes a character has that begins so; 1 where none of UTF-8 does. */
  private static int width(int first) {
    if (first >= 0xc2 && first <= 0xdf) {
      return 2;
    }
    if (first >= 0xe0 && first <= 0xef) {
      return 3;
    }
    return first >= 0xf0 && first <= 0xf4 ? 4 : 1;
  }

  /** Neither overlong forms nor halves of surrogate pairs nor what is beyond Unicode. */
  private boolean continues(int one) {
    int least = 0x80;
    int most = 0xbf;
    if (length == 1) {
      least = sequence[0] == 0xe0 ? 0xa0 : sequence[0] == 0xf0 ? 0x90 : least;
      most = sequence[0] == 0xed ? 0x9f : sequence[0] == 0xf4 ? 0x8f : most;
    }
    return one >= least && one <= most;
  }

  private void whole() {
    for (int i = 0; i < length; i++) {
      put(sequence[i]);
    }
    length = 0;
    sawUtf8 = true;
    if (!declared.startsWith("utf")) {
      repaired();
    }
  }

  /** The first byte kept back is a character of its own; what follows it is looked at anew. */
  private void single() {
    int[] rest = Arrays.copyOfRange(sequence, 1, length);
    int one = sequence[0];
    length = 0;
    put(new String(new byte[] {(byte) one}, WINDOWS_1252));
    if (declared.startsWith("utf")
        || declared.equals("us-ascii")
        || !declared.contains("1252") && one < 0xa0) {
      saw1252 = true;
      repaired();
    }
    for (int next : rest) {
      take(next);
    }
  }

  @Override
  protected void end() {
    if (inHead) {
      endHead();
    }
    while (length > 0) {
      single();
    }
  }

  @Override
  public String told() {
    String found =
        saw1252 && sawUtf8 ? "UTF-8 and Windows-1252" : saw1252 ? "Windows-1252" : "UTF-8";
    return "declared " + declared + ", found " + found + "; " + super.told();
  }
}
