package norrhub.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Invented vacancies. Their dates are written as days from today, so that they never grow old:
 * {@code {{+14}}} is a date in two weeks, {@code {{-3 d MMMM yyyy}}} one three days ago, in
 * Swedish, {@code {{-3 en EEE, dd MMM yyyy}}} in English.
 */
final class Seeds {
  private static final Pattern DATE = Pattern.compile("\\{\\{([+-]\\d+)(?: (en))?(?: ([^}]+))?}}");
  private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

  private final LocalDate today;

  Seeds(LocalDate today) {
    this.today = today;
  }

  byte[] read(String name, Charset charset) throws IOException {
    try (InputStream in = Seeds.class.getResourceAsStream(name)) {
      byte[] written = Objects.requireNonNull(in, () -> "No seed is called " + name).readAllBytes();
      return dated(new String(written, StandardCharsets.UTF_8)).getBytes(charset);
    }
  }

  private String dated(String text) {
    return DATE.matcher(text)
        .replaceAll(
            date ->
                format(date.group(3), locale(date.group(2)))
                    .format(today.plusDays(days(date.group(1)))));
  }

  private static long days(String signed) {
    return Long.parseLong(signed);
  }

  private static Locale locale(@Nullable String english) {
    return english == null ? SWEDISH : Locale.ENGLISH;
  }

  private static DateTimeFormatter format(@Nullable String pattern, Locale locale) {
    return pattern == null
        ? DateTimeFormatter.ISO_LOCAL_DATE
        : DateTimeFormatter.ofPattern(pattern, locale);
  }
}
