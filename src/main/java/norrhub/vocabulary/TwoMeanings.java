package norrhub.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import norrhub.config.Fault;
import norrhub.config.LoadResult;
import norrhub.vacancy.Contract;
import norrhub.vacancy.Hours;
import norrhub.vacancy.Workplace;

/** Finds the words of {@code terms.yaml} that stand under two meanings of one term. */
final class TwoMeanings {
  private static final Map<String, Enum<?>[]> TERMS =
      Map.of(
          "contract", Contract.values(), "hours", Hours.values(), "workplace", Workplace.values());

  private TwoMeanings() {}

  static List<Fault> in(LoadResult<TermsFile> file) {
    List<Fault> faults = new ArrayList<>();
    TERMS.forEach((term, meanings) -> check(file, term, meanings, faults));
    return faults;
  }

  private static void check(
      LoadResult<TermsFile> file, String term, Enum<?>[] meanings, List<Fault> faults) {
    Map<FoldedText, String> owners = new HashMap<>();
    for (Enum<?> meaning : meanings) {
      owners.put(FoldedText.of(meaning.name()), written(meaning));
    }
    file.texts("/" + term + "/*/*")
        .forEach(
            (pointer, word) -> {
              String meaning = pointer.split("/")[2];
              String other = owners.putIfAbsent(FoldedText.of(word), meaning);
              if (other != null && !other.equals(meaning)) {
                faults.add(
                    file.fault(
                        pointer, "`%s` means %s and %s: keep one".formatted(word, other, meaning)));
              }
            });
  }

  /** As the file writes it. */
  private static String written(Enum<?> meaning) {
    return meaning.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
