package norrhub.normalise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.vacancy.Vacancy;
import norrhub.vocabulary.Vocabulary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes a vacancy of a draft by all rules. The same draft and context always give the same vacancy
 * and the same findings in the same order.
 */
@Component
public final class Normaliser {
  private static final Logger log = LoggerFactory.getLogger(Normaliser.class);

  private final List<Rule> rules;
  private final VisibilityFilter visibility;
  private final String fingerprint;

  Normaliser(List<Rule> rules, VisibilityFilter visibility, RulesFingerprint fingerprint) {
    this.rules =
        rules.stream()
            .sorted(Comparator.comparing((Rule rule) -> rule.getClass().getName()))
            .toList();
    this.visibility = visibility;
    this.fingerprint = fingerprint.value();
  }

  public Normalised normalise(Draft draft, NormalisationContext intake) {
    if (draft.fields().path("removed").asBoolean()) {
      return new Normalised(Optional.empty(), true, false, List.of());
    }
    Optional<Finding> against = visibility.against(draft);
    if (against.isPresent()) {
      return new Normalised(Optional.empty(), false, true, List.of(against.get()));
    }
    VacancyBuilder builder = new VacancyBuilder();
    List<Finding> findings = new ArrayList<>();
    rules.forEach(rule -> findings.addAll(apply(rule, draft, intake, builder)));
    Optional<Vacancy> vacancy =
        findings.stream().anyMatch(Finding::rejects)
            ? Optional.empty()
            : Optional.of(builder.build(intake));
    return new Normalised(vacancy, false, false, findings);
  }

  /**
   * The end of a stage. A rule depends on nothing but the record: where it fails on one it fails at
   * each try, and the delivery's other records must not wait for it.
   */
  private static List<Finding> apply(
      Rule rule, Draft draft, NormalisationContext intake, VacancyBuilder vacancy) {
    try {
      return rule.apply(draft, intake, vacancy);
    } catch (RuntimeException | StackOverflowError e) {
      String name = rule.getClass().getSimpleName();
      log.error("{} fails on record {} of {}", name, intake.sourceKey(), intake.partner().id(), e);
      return List.of(RuleFailure.KIND.about("", name + ": " + e));
    }
  }

  /** Changes whenever the vocabulary or the rules' code does: part of a feed's fingerprint. */
  public String fingerprint(Vocabulary vocabulary) {
    return fingerprint + vocabulary.fingerprint();
  }
}
