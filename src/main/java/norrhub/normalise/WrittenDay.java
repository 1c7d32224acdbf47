package norrhub.normalise;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day at the beginning of a written date.
 *
 * @param length of the text that it took
 */
record WrittenDay(LocalDate date, int length) {
  private static final String WEEKDAY = "(?:\\p{L}{3,9}\\.?,? )?";
  private static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile("(?<y>\\d{4})([-/.])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})(?!\\d)"),
          Pattern.compile("(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})(?!\\d)"),
          Pattern.compile("(?<d>\\d{1,2})\\. ?(?<m>\\d{1,2})\\. ?(?<y>\\d{4})(?!\\d)"),
          Pattern.compile(
              WEEKDAY
                  + "(?:den )?(?<d>\\d{1,2})(?:\\.|:e|st|nd|rd|th)?[ -]"
                  + "(?<m>\\p{L}{3,9})\\.?,?[ -](?<y>\\d{4})(?!\\d)"),
          Pattern.compile(
              WEEKDAY
                  + "(?<m>\\p{L}{3,9})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})(?!\\d)"));

  /** One of the two numbers must be over 12 to tell the day from the month. */
  private static final Pattern SLASHED =
      Pattern.compile("(?<a>\\d{1,2})([/-])(?<b>\\d{1,2})\\2(?<y>\\d{4})(?!\\d)");

  private static final List<List<String>> MONTHS =
      List.of(
          List.of("januari", "january"),
          List.of("februari", "february"),
          List.of("mars", "march"),
          List.of("april"),
          List.of("maj", "may"),
          List.of("juni", "june"),
          List.of("juli", "july"),
          List.of("augusti", "august"),
          List.of("september"),
          List.of("oktober", "october"),
          List.of("november"),
          List.of("december"));

  /**
   * @param text on one line, in lower case
   */
  static Optional<WrittenDay> leading(String text) {
    for (Pattern shape : SHAPES) {
      Matcher match = shape.matcher(text);
      if (match.lookingAt()) {
        int day = Integer.parseInt(match.group("d"));
        return of(match, month(match.group("m")), day);
      }
    }
    Matcher match = SLASHED.matcher(text);
    return match.lookingAt() ? slashed(match) : Optional.empty();
  }

  private static Optional<WrittenDay> slashed(Matcher match) {
    int first = Integer.parseInt(match.group("a"));
    int second = Integer.parseInt(match.group("b"));
    if (first == second || first > 12) {
      return of(match, second, first);
    }
    return second > 12 ? of(match, first, second) : Optional.empty();
  }

  private static Optional<WrittenDay> of(Matcher match, int month, int day) {
    int year = Integer.parseInt(match.group("y"));
    return month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day)
        ? Optional.of(new WrittenDay(LocalDate.of(year, month, day), match.end()))
        : Optional.empty();
  }

  /** 1 to 12, or 0 for what is no month. */
  private static int month(String written) {
    if (Character.isDigit(written.charAt(0))) {
      return Integer.parseInt(written);
    }
    String word = written.equals("sept") ? "sep" : written;
    for (int month = 1; month <= 12; month++) {
      if (MONTHS.get(month - 1).stream().anyMatch(name -> isShortFor(word, name))) {
        return month;
      }
    }
    return 0;
  }

  private static boolean isShortFor(String word, String name) {
    return word.equals(name) || word.length() == 3 && name.startsWith(word);
  }
}
