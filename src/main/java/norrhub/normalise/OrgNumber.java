package norrhub.normalise;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Swedish organisation numbers, however they are written: with a hyphen, with the 16 of twelve
 * digits, as a VAT number, or with the 46 of Arbetsförmedlingen's customer numbers.
 *
 * <p>The third digit of an organisation is 2 or more. With less it is the personal number of a sole
 * trader, which is not ours to publish.
 */
final class OrgNumber {
  private static final Pattern WRITTEN =
      Pattern.compile("(?i)(?:16|46-|SE ?)?(\\d{2}[2-9]\\d{3})[- ]?(\\d{4})(?:01)?");

  private OrgNumber() {}

  /** Ten digits without a hyphen; empty unless the check digit is right. */
  static Optional<String> read(String written) {
    Matcher match = WRITTEN.matcher(written);
    return match.matches()
        ? Optional.of(match.group(1) + match.group(2)).filter(OrgNumber::checks)
        : Optional.empty();
  }

  /** For notices: what may be a personal number is not repeated in full. */
  static String masked(String written) {
    return written.replaceAll("\\d(?=\\P{N}*\\d{0,4}$)", "*");
  }

  /** Luhn's algorithm: digits are doubled in turn, from the left beginning with the first. */
  private static boolean checks(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      int weighed = i % 2 == 0 ? digit * 2 : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
