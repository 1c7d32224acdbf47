package norrhub.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.vacancy.Contract;
import norrhub.vacancy.Hours;
import norrhub.vacancy.Workplace;

/**
 * Terms of employment in the words that sources use, from {@code config/vocabulary/terms.yaml}.
 *
 * <p>Empty means not understood; {@code UNKNOWN} means understood to say nothing.
 */
public final class Terms {
  private final Phrases<Contract> contracts;
  private final Phrases<Hours> hours;
  private final Phrases<Workplace> workplaces;
  private final Phrases<Boolean> rolling;
  private final Set<FoldedText> nothing;

  Terms(TermsFile file) {
    contracts = new Phrases<>(named(file.contract(), Contract.values()), file.negations());
    hours = new Phrases<>(named(file.hours(), Hours.values()), file.negations());
    workplaces = new Phrases<>(named(file.workplace(), Workplace.values()), file.negations());
    rolling = new Phrases<>(Map.of(true, file.rollingDeadline()), List.of());
    nothing = file.nothing().stream().map(FoldedText::of).collect(Collectors.toUnmodifiableSet());
  }

  public Optional<Contract> contract(String written) {
    return contracts.meaning(written);
  }

  public Optional<Hours> hours(String written) {
    return hours.meaning(written);
  }

  public Optional<Workplace> workplace(String written) {
    return workplaces.meaning(written);
  }

  /** Understood by any of the three: sources mix them in one field. */
  public boolean knows(String written) {
    return contract(written).isPresent()
        || hours(written).isPresent()
        || workplace(written).isPresent();
  }

  /** Words such as "löpande" that stand for having no last day to apply. */
  public boolean isRollingDeadline(String written) {
    return rolling.meaning(written).isPresent();
  }

  /** Fillers such as "n/a" or "-", and template fields that nobody filled in: "[[salaryMin]]". */
  public boolean saysNothing(String written) {
    return nothing.contains(FoldedText.of(written))
        || written.startsWith("[[") && written.endsWith("]]");
  }

  /** Formats that know may say it in the hub's own word, such as FIXED_TERM. */
  private static <E extends Enum<E>> Map<E, List<String>> named(
      Map<E, List<String>> words, E[] meanings) {
    Map<E, List<String>> named = new HashMap<>();
    for (E meaning : meanings) {
      Stream<String> said = words.getOrDefault(meaning, List.of()).stream();
      named.put(meaning, Stream.concat(Stream.of(meaning.name()), said).toList());
    }
    return named;
  }
}
