package norrhub.normalise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.normalise.text.PlainText;

/**
 * A date as somebody wrote it: a day, perhaps a time of day, perhaps a zone.
 *
 * <p>It reads ISO 8601 and its relatives, RFC 822, Swedish and English month names, days before
 * months with dots, seconds and milliseconds since 1970, and the day numbers of spreadsheets.
 * 05/06/2026 is read by nobody: it is May here and June there.
 */
record ParsedDate(LocalDate day, Optional<LocalTime> time, Optional<ZoneOffset> offset) {
  private static final Pattern TIME_AND_ZONE =
      Pattern.compile(
          "(?:(?:t|,? ?(?:kl\\.?|klockan|at) ?|,? )(?<hour>\\d{1,2})[:.](?<minute>\\d{2})"
              + "(?:[:.](?<second>\\d{2})(?:[.,]\\d{1,9})?)?)?"
              + " ?(?<zone>z|utc|gmt|cet|cest|[+-]\\d{2}(?::?\\d{2})?)?");
  private static final Pattern NUMBER = Pattern.compile("\\d{5}|\\d{10}|\\d{13}");
  private static final LocalDate SPREADSHEET_DAY_ZERO = LocalDate.of(1899, 12, 30);

  static Optional<ParsedDate> read(String written) {
    String text = PlainText.line(written).toLowerCase(Locale.ROOT);
    return NUMBER.matcher(text).matches()
        ? Optional.of(ofNumber(Long.parseLong(text)))
        : WrittenDay.leading(text).flatMap(day -> of(day, text.substring(day.length())));
  }

  /** The first instant of it: for what begins. */
  Instant begins(ZoneId zone) {
    return day.atTime(time.orElse(LocalTime.MIDNIGHT)).atZone(at(zone)).toInstant();
  }

  /**
   * The first instant after it: for what ends. Without a time it lasts through its day, and so it
   * does when its time is midnight without a zone: that is how databases write a day.
   */
  Instant ends(ZoneId zone) {
    boolean wholeDay = time.isEmpty() || offset.isEmpty() && time.get().equals(LocalTime.MIDNIGHT);
    LocalDateTime end = wholeDay ? day.plusDays(1).atStartOfDay() : day.atTime(time.orElseThrow());
    return end.atZone(at(zone)).withLaterOffsetAtOverlap().toInstant();
  }

  private ZoneId at(ZoneId zone) {
    return offset.<ZoneId>map(given -> given).orElse(zone);
  }

  private static Optional<ParsedDate> of(WrittenDay day, String rest) {
    Matcher match = TIME_AND_ZONE.matcher(rest);
    if (!match.matches()) {
      return Optional.empty();
    }
    Optional<ZoneOffset> offset = Optional.ofNullable(match.group("zone")).map(ParsedDate::offset);
    if (match.group("hour") == null) {
      return Optional.of(new ParsedDate(day.date(), Optional.empty(), offset));
    }
    int hour = Integer.parseInt(match.group("hour"));
    int minute = Integer.parseInt(match.group("minute"));
    int second = match.group("second") == null ? 0 : Integer.parseInt(match.group("second"));
    if (hour == 24 && minute == 0 && second == 0) { // the end of the day, so all of it
      return Optional.of(new ParsedDate(day.date(), Optional.empty(), offset));
    }
    return hour < 24 && minute < 60 && second < 60
        ? Optional.of(
            new ParsedDate(day.date(), Optional.of(LocalTime.of(hour, minute, second)), offset))
        : Optional.empty();
  }

  private static ZoneOffset offset(String zone) {
    return switch (zone) {
      case "z", "utc", "gmt" -> ZoneOffset.UTC;
      case "cet" -> ZoneOffset.ofHours(1);
      case "cest" -> ZoneOffset.ofHours(2);
      default -> numeric(zone);
    };
  }

  private static ZoneOffset numeric(String zone) {
    int hours = Integer.parseInt(zone.substring(1, 3));
    int minutes = zone.length() > 3 ? Integer.parseInt(zone.substring(zone.length() - 2)) : 0;
    int total = Math.min(hours * 60 + minutes, 18 * 60) * 60;
    return ZoneOffset.ofTotalSeconds(zone.startsWith("-") ? -total : total);
  }

  private static ParsedDate ofNumber(long number) {
    if (number < 100_000) {
      LocalDate day = SPREADSHEET_DAY_ZERO.plusDays(number);
      return new ParsedDate(day, Optional.empty(), Optional.empty());
    }
    Instant instant =
        number < 100_000_000_000L ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    return new ParsedDate(
        utc.toLocalDate(), Optional.of(utc.toLocalTime()), Optional.of(ZoneOffset.UTC));
  }
}
