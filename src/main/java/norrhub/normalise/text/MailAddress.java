package norrhub.normalise.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * E-mail addresses, fit to be published: one address and nothing else. A {@code mailto:} can carry
 * headers and a text of its own, such as a {@code bcc} that the sender of a mail does not see.
 */
public final class MailAddress {
  private static final int LONGEST = 254;
  private static final String SCHEME = "mailto:";

  /** Without the signs that begin a header or an escape in a {@code mailto:}. */
  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.!#$&'*+/=^`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

  private static final Pattern SUBJECT = Pattern.compile("(?i)subject=[^&;?#\\p{Cntrl}]{0,200}");

  private MailAddress() {}

  static boolean isLink(String written) {
    return written.toLowerCase(Locale.ROOT).startsWith(SCHEME);
  }

  /** The address, with or without {@code mailto:} before it; empty when unfit. */
  public static Optional<String> read(String written) {
    String address = isLink(written) ? written.substring(SCHEME.length()) : written;
    return address.length() <= LONGEST && ADDRESS.matcher(address).matches()
        ? Optional.of(address)
        : Optional.empty();
  }

  /** A link in a text: an address, and a subject at most; empty when unfit. */
  static Optional<String> link(String written) {
    int query = written.indexOf('?');
    Optional<String> address = read(query < 0 ? written : written.substring(0, query));
    if (query < 0 || address.isEmpty()) {
      return address.map(plain -> SCHEME + plain);
    }
    String subject = written.substring(query + 1);
    return SUBJECT.matcher(subject).matches() && !breaksLine(subject)
        ? Optional.of(SCHEME + address.get() + "?" + subject)
        : Optional.empty();
  }

  /** Also where it is encoded, and where the encoding is encoded. */
  private static boolean breaksLine(String subject) {
    String text = subject;
    for (int i = 0; i < 3; i++) {
      try {
        text = UriUtils.decode(text, UTF_8);
      } catch (IllegalArgumentException e) {
        return true;
      }
      if (text.chars().anyMatch(Character::isISOControl)) {
        return true;
      }
    }
    return false;
  }
}
