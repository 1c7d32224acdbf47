package norrhub.fetch;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * Whether a path from a record stays below where it is put, however it is written: servers and the
 * proxies before them decode it once or more, take a backslash for a slash, and pass over what
 * follows a semicolon.
 */
final class PathSteps {
  private static final int MOST_DECODINGS = 5;
  private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final char MALFORMED = '\uFFFD';

  private PathSteps() {}

  static boolean stayBelow(String written) {
    String path = written;
    for (int i = 0; i <= MOST_DECODINGS; i++) {
      if (!isPlain(path)) {
        return false;
      }
      if (!ESCAPE.matcher(path).find()) {
        return true;
      }
      path = decoded(path);
    }
    return false;
  }

  private static boolean isPlain(String path) {
    // Full-width dots and slashes become plain ones in some servers.
    String plain = Normalizer.normalize(path, Normalizer.Form.NFKC);
    return plain.chars().noneMatch(c -> Character.isISOControl(c) || c == MALFORMED)
        && SEPARATOR.splitAsStream(plain).noneMatch(PathSteps::isDots);
  }

  private static boolean isDots(String step) {
    int parameters = step.indexOf(';');
    String name = (parameters < 0 ? step : step.substring(0, parameters)).strip();
    return name.equals(".") || name.equals("..");
  }

  /** What is no escape stays as it is. */
  private static String decoded(String path) {
    String safe = path.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    return UriUtils.decode(safe, StandardCharsets.UTF_8);
  }
}
