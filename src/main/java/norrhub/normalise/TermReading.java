package norrhub.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.vocabulary.Terms;

/**
 * One term of employment, read from all that a source wrote about it.
 *
 * @param meaning the one meaning of all values; empty when they have none or several
 */
record TermReading<E extends Enum<E>>(Optional<E> meaning, List<Finding> findings) {

  /**
   * @param unknown the value that means nothing
   * @param notUnderstood raised for a value that no term explains, and for values that contradict
   */
  static <E extends Enum<E>> TermReading<E> of(
      List<String> values,
      String field,
      Terms terms,
      Function<String, Optional<E>> lookUp,
      E unknown,
      NoticeKind notUnderstood) {
    List<Finding> findings = new ArrayList<>();
    values.stream()
        .filter(value -> lookUp.apply(value).isEmpty())
        .filter(value -> values.size() == 1 || !terms.knows(value))
        .forEach(value -> findings.add(notUnderstood.about(field, value)));
    Set<E> meanings =
        values.stream()
            .flatMap(value -> lookUp.apply(value).stream())
            .filter(meaning -> meaning != unknown)
            .collect(Collectors.toSet());
    if (meanings.size() > 1) {
      findings.add(notUnderstood.about(field, String.join(", ", values)));
    }
    return new TermReading<>(
        meanings.size() == 1 ? meanings.stream().findFirst() : Optional.empty(), findings);
  }
}
