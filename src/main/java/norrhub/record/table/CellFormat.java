package norrhub.record.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a cell shows its number. Excel stores a day as a number, 75 % as 0.75 and 0815 as 815; what
 * people see and mean is in the format.
 *
 * @param kind of thing that the number is
 * @param mask zeros and marks between them, such as 000000-0000; for {@link Kind#MASKED}
 */
record CellFormat(Kind kind, String mask) {
  enum Kind {
    GENERAL,
    DATE,
    PERCENT,
    MASKED
  }

  static final CellFormat GENERAL = new CellFormat(Kind.GENERAL, "");

  private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");
  private static final Pattern MASK = Pattern.compile("0(?:[0 -]|\\\\[ -]|\"[ -]\")*0");
  private static final BigDecimal FARTHEST_DAY = BigDecimal.valueOf(2_958_466);
  private static final Set<Integer> DATES = Set.of(14, 15, 16, 17, 22);
  private static final int PERCENT = 9;
  private static final int PERCENT_WITH_DECIMALS = 10;

  /** Excel keeps fifteen digits; what is behind them is noise. */
  private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);

  static CellFormat of(String id, Optional<String> code) {
    if (code.isPresent()) {
      return of(code.get());
    }
    int number = id.matches("\\d{1,4}") ? Integer.parseInt(id) : 0;
    if (DATES.contains(number) || number >= 27 && number <= 36 || number >= 50 && number <= 58) {
      return new CellFormat(Kind.DATE, "");
    }
    return number == PERCENT || number == PERCENT_WITH_DECIMALS
        ? new CellFormat(Kind.PERCENT, "")
        : GENERAL;
  }

  private static CellFormat of(String code) {
    String positive = code.split(";", 2)[0];
    if (MASK.matcher(positive).matches()) {
      return new CellFormat(Kind.MASKED, positive.replaceAll("[\\\\\"]", ""));
    }
    String shown = NOT_SHOWN.matcher(positive).replaceAll("").toLowerCase(Locale.ROOT);
    if (shown.contains("%")) {
      return new CellFormat(Kind.PERCENT, "");
    }
    return shown.contains("y") || shown.contains("d") ? new CellFormat(Kind.DATE, "") : GENERAL;
  }

  /**
   * The number as people see it; dates always as 2026-12-18.
   *
   * @param from1904 whether days are counted from 1904, as on old Macs
   */
  String shown(String stored, boolean from1904) {
    BigDecimal number;
    try {
      number = new BigDecimal(stored.strip()).round(FIFTEEN_DIGITS);
    } catch (NumberFormatException e) {
      return stored;
    }
    if (Math.abs(number.scale()) > 400) {
      return stored;
    }
    return switch (kind) {
      case DATE -> date(number, from1904).orElseGet(() -> plain(number));
      case PERCENT -> plain(number.movePointRight(2)) + "%";
      case MASKED -> masked(number);
      case GENERAL -> plain(number);
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static Optional<String> date(BigDecimal serial, boolean from1904) {
    if (serial.compareTo(BigDecimal.ONE) < 0 || serial.compareTo(FARTHEST_DAY) >= 0) {
      return Optional.empty();
    }
    long day = serial.longValue();
    // Excel believes that 1900 was a leap year.
    LocalDate first =
        from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, day < 60 ? 31 : 30);
    LocalDateTime time =
        first
            .plusDays(day)
            .atStartOfDay()
            .plusSeconds(
                serial
                    .subtract(BigDecimal.valueOf(day))
                    .multiply(BigDecimal.valueOf(86_400))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValue());
    boolean wholeDay = time.toLocalTime().toSecondOfDay() == 0;
    return Optional.of(wholeDay ? time.toLocalDate().toString() : time.toString());
  }

  /** 815 under 0000 is 0815. */
  private String masked(BigDecimal number) {
    if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
      return plain(number);
    }
    String digits = plain(number);
    StringBuilder shown = new StringBuilder();
    int next = digits.length() - 1;
    for (int i = mask.length() - 1; i >= 0; i--) {
      char place = mask.charAt(i);
      shown.append(place != '0' ? place : next >= 0 ? digits.charAt(next--) : '0');
    }
    return digits.substring(0, next + 1) + shown.reverse();
  }
}
