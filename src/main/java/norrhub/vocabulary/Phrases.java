package norrhub.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Understands a value by the phrases in it: the longest that fits wins, and what says two things
 * says nothing.
 */
final class Phrases<T> {
  /** Longer values are prose, where single words prove nothing. */
  private static final int LONGEST_VALUE = 120;

  private final Map<FoldedText, T> meanings;
  private final List<FoldedText> longestFirst;
  private final List<FoldedText> negations;

  Phrases(Map<T, List<String>> words, List<String> negations) {
    this.meanings = meanings(words);
    this.longestFirst =
        meanings.keySet().stream()
            .sorted(
                Comparator.comparingInt((FoldedText phrase) -> -phrase.text().length())
                    .thenComparing(FoldedText::text))
            .toList();
    this.negations = negations.stream().map(FoldedText::of).toList();
  }

  Optional<T> meaning(String written) {
    FoldedText value = FoldedText.of(written);
    T whole = meanings.get(value);
    if (whole != null) {
      return Optional.of(whole);
    }
    return value.text().length() > LONGEST_VALUE || negations.stream().anyMatch(n -> in(value, n))
        ? Optional.empty()
        : onlyMeaningIn(value);
  }

  private Optional<T> onlyMeaningIn(FoldedText value) {
    List<Span> found = new ArrayList<>();
    for (FoldedText phrase : longestFirst) {
      for (Span span : Span.of(phrase, value)) {
        if (found.stream().noneMatch(longer -> longer.covers(span))) {
          found.add(span);
        }
      }
    }
    Set<T> said = found.stream().map(span -> meanings.get(span.phrase)).collect(Collectors.toSet());
    return said.size() == 1 ? said.stream().findFirst() : Optional.empty();
  }

  private static boolean in(FoldedText value, FoldedText phrase) {
    return !Span.of(phrase, value).isEmpty();
  }

  private static <T> Map<FoldedText, T> meanings(Map<T, List<String>> words) {
    Map<FoldedText, T> meanings = new HashMap<>();
    words.forEach(
        (meaning, said) ->
            said.forEach(
                word -> {
                  T other = meanings.putIfAbsent(FoldedText.of(word), meaning);
                  if (other != null && !other.equals(meaning)) {
                    throw new IllegalArgumentException(
                        "`%s` means %s and %s: keep one".formatted(word, other, meaning));
                  }
                }));
    return meanings;
  }

  /** Where a phrase stands in a value, as whole words. */
  private record Span(FoldedText phrase, int start, int end) {
    static List<Span> of(FoldedText phrase, FoldedText value) {
      List<Span> spans = new ArrayList<>();
      String text = value.text();
      int length = phrase.text().length();
      for (int at = text.indexOf(phrase.text());
          at >= 0;
          at = text.indexOf(phrase.text(), at + 1)) {
        if (!inWord(text, at - 1) && !inWord(text, at + length)) {
          spans.add(new Span(phrase, at, at + length));
        }
      }
      return spans;
    }

    boolean covers(Span other) {
      return start <= other.start && other.end <= end;
    }

    private static boolean inWord(String text, int at) {
      return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
  }
}
