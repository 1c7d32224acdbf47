package norrhub.record.mail;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells what a line of a mail is: a field under its label, or nothing worth reading. */
final class MailLabels {
  private static final Pattern LABELLED =
      Pattern.compile("[\\s*•·-]*(?<label>\\p{L}[^:\\n]{0,60}?)\\s*:(?!//)\\s*(?<value>.*)");

  private final Map<String, String> names = new HashMap<>();
  private final Set<String> noise;

  MailLabels(MailSettings settings) {
    settings
        .labels()
        .forEach(
            (name, labels) -> {
              names.put(simple(name), name);
              labels.forEach(label -> names.put(simple(label), name));
            });
    noise = settings.noise().stream().map(MailLabels::simple).collect(Collectors.toSet());
  }

  /** A field: our name of it, and what the line says. */
  record Field(String name, String value) {}

  Optional<Field> field(String line) {
    Matcher match = LABELLED.matcher(line);
    return match.matches()
        ? Optional.ofNullable(names.get(simple(match.group("label"))))
            .map(name -> new Field(name, match.group("value").strip()))
        : Optional.empty();
  }

  boolean isNoise(String line) {
    return noise.contains(simple(line));
  }

  private static String simple(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
