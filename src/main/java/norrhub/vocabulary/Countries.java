package norrhub.vocabulary;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Countries by code or by name in Swedish, English, Estonian, Latvian and Lithuanian: those that
 * Java knows and those of {@code config/vocabulary/countries.yaml}.
 */
public final class Countries {
  private final Map<FoldedText, String> codes = new HashMap<>();
  private final Set<FoldedText> ambiguous;

  Countries(CountriesFile file) {
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      enter(code, code);
      enter(country.getISO3Country(), code);
      Stream.of("en", "sv", "et", "lv", "lt")
          .forEach(language -> enter(country.getDisplayCountry(new Locale(language)), code));
    }
    file.countries()
        .forEach(country -> country.names().forEach(name -> enter(name, country.code())));
    ambiguous = file.ambiguous().stream().map(FoldedText::of).collect(Collectors.toSet());
  }

  /** ISO 3166-1, two letters. */
  public Optional<String> code(String written) {
    return Optional.ofNullable(codes.get(FoldedText.of(written)));
  }

  /**
   * The same for a word in a line of text, where "Chicago, IL" is not in Israel and "Atlanta,
   * Georgia" not in the Caucasus: what may be a state as well names no country there.
   */
  public Optional<String> codeInText(String word) {
    return ambiguous.contains(FoldedText.of(word)) ? Optional.empty() : code(word);
  }

  private void enter(String name, String code) {
    codes.put(FoldedText.of(name), code);
  }
}
