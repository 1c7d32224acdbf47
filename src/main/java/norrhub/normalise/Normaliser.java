package norrhub.normalise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.config.Home;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.vacancy.Vacancy;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Makes a vacancy of a draft by all rules. The same draft and intake always give the same vacancy
 * and the same findings in the same order.
 */
@Component
public final class Normaliser {
  private final List<Rule> rules;
  private final Publicity publicity;
  private final String fingerprint;

  Normaliser(List<Rule> rules, Publicity publicity, RulesFingerprint fingerprint) {
    this.rules =
        rules.stream()
            .sorted(Comparator.comparing((Rule rule) -> rule.getClass().getName()))
            .toList();
    this.publicity = publicity;
    this.fingerprint = fingerprint.value();
  }

  /** A normaliser outside the running hub, for offline commands and tests. */
  public static Normaliser of(Home home) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(Home.class, () -> home);
      context.registerBean(ConfigFiles.class, () -> new ConfigFiles(name -> Optional.empty()));
      context.scan("norrhub.vocabulary", "norrhub.normalise");
      context.refresh();
      return context.getBean(Normaliser.class);
    }
  }

  public Normalised normalise(Draft draft, Intake intake) {
    if (draft.fields().path("removed").asBoolean()) {
      return new Normalised(Optional.empty(), true, false, List.of());
    }
    Optional<Finding> against = publicity.against(draft);
    if (against.isPresent()) {
      return new Normalised(Optional.empty(), false, true, List.of(against.get()));
    }
    VacancyBuilder builder = new VacancyBuilder();
    List<Finding> findings = new ArrayList<>();
    rules.forEach(rule -> findings.addAll(rule.apply(draft, intake, builder)));
    Optional<Vacancy> vacancy =
        findings.stream().anyMatch(Finding::rejects)
            ? Optional.empty()
            : Optional.of(builder.build(intake));
    return new Normalised(vacancy, false, false, findings);
  }

  /** Changes whenever the vocabulary or the rules' code does: part of a feed's fingerprint. */
  public String fingerprint() {
    return fingerprint;
  }
}
