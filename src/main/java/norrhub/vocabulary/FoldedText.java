package norrhub.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A word or phrase as it is compared: without regard to case, spacing and the way of encoding. */
record FoldedText(String text) {
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  static FoldedText of(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return new FoldedText(SPACES.matcher(text).replaceAll(" ").strip());
  }

  /** Without marks, as those write who have no å on the keyboard: Lulea. */
  FoldedText unmarked() {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return new FoldedText(MARKS.matcher(apart).replaceAll(""));
  }

  Optional<FoldedText> without(String ending) {
    return text.endsWith(ending)
        ? Optional.of(new FoldedText(text.substring(0, text.length() - ending.length()).strip()))
        : Optional.empty();
  }
}
