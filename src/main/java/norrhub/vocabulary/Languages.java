package norrhub.vocabulary;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Languages by ISO 639 code or by name in Swedish, English, Estonian, Latvian and Lithuanian.
 *
 * <p>"SE" is not taken: sources that write it mean the country, and in ISO 639 it is Northern Sami.
 */
@Component
public final class Languages {
  private static final String COUNTRY_OF_SWEDEN = "se";

  private final Map<FoldedText, String> codes = new HashMap<>();

  Languages() {
    for (String code : Locale.getISOLanguages()) {
      Locale language = new Locale(code);
      enter(code, code);
      enter(language.getISO3Language(), code);
      Stream.of("en", "sv", "et", "lv", "lt")
          .forEach(other -> enter(language.getDisplayLanguage(new Locale(other)), code));
      enter(language.getDisplayLanguage(language), code);
    }
    codes.remove(FoldedText.of(COUNTRY_OF_SWEDEN));
  }

  /** BCP 47: {@code sv} for "SV", "swe", "Svenska" and "sv_SE"; the region is dropped. */
  public Optional<String> code(String written) {
    String language = written.strip().split("[-_]", 2)[0];
    return Optional.ofNullable(codes.get(FoldedText.of(written)))
        .or(() -> Optional.ofNullable(codes.get(FoldedText.of(language))));
  }

  private void enter(String name, String code) {
    codes.put(FoldedText.of(name), code);
  }
}
