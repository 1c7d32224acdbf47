package norrhub.ingest.match;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import norrhub.catalogue.Alias;
import norrhub.catalogue.Aliases;
import norrhub.catalogue.PartnerVacancies;
import norrhub.ingest.FeedSetup;
import norrhub.ingest.FeedSetups;
import norrhub.ingest.Identities;
import norrhub.ingest.Ingest;
import norrhub.partner.Partner;
import norrhub.vacancy.VacancyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * For the day a partner changes its ATS: pairs what it sends now, on trial or in earnest, with the
 * vacancies of before that it no longer sends.
 */
@Component
public class AliasSuggestions {
  private static final Logger log = LoggerFactory.getLogger(AliasSuggestions.class);

  /** Below this a pair is noise. */
  private static final int LEAST_SCORE = 50;

  private static final int OLD_AT_MOST = 2_000;

  private final FeedSetups setups;
  private final NewestRecords newest;
  private final PartnerVacancies vacancies;
  private final Aliases aliases;
  private final Ingest ingest;
  private final Clock clock;

  AliasSuggestions(
      FeedSetups setups,
      NewestRecords newest,
      PartnerVacancies vacancies,
      Aliases aliases,
      Ingest ingest,
      Clock clock) {
    this.setups = setups;
    this.newest = newest;
    this.vacancies = vacancies;
    this.aliases = aliases;
    this.ingest = ingest;
    this.clock = clock;
  }

  /** The pairs, the likeliest first; each key and each old vacancy stands in one of them only. */
  public List<AliasProposal> suggest(Partner partner) throws IOException {
    Map<VacancyId, MatchFeatures> present = present(partner);
    List<MatchFeatures> fresh =
        present.values().stream()
            .filter(traits -> traits.id().equals(VacancyId.of(partner.ats(), traits.key())))
            .toList();
    List<MatchFeatures> old =
        vacancies.newest(partner.id(), OLD_AT_MOST).stream()
            .filter(vacancy -> !present.containsKey(vacancy.id()))
            .map(vacancy -> MatchFeatures.of(vacancy, partner.timeZone()))
            .toList();
    return unique(pairs(fresh, old));
  }

  /** From now on these keys mean these vacancies; the newest deliveries are applied again. */
  public void accept(Partner partner, Map<String, VacancyId> pairs) {
    List<Alias> said = new ArrayList<>();
    pairs.forEach((key, id) -> said.add(Alias.ofKey(key, id)));
    aliases.accept(partner.ats(), said, clock);
    pairs.forEach((key, id) -> log.info("{}: key {} is vacancy {}", partner.id(), key, id));
    ingest.reloaded();
  }

  /** Whether a vacancy is one of the partner's, so that a key may mean it. */
  public boolean has(Partner partner, VacancyId id) {
    return vacancies.has(partner.id(), id);
  }

  private Map<VacancyId, MatchFeatures> present(Partner partner) throws IOException {
    var identities = new Identities(partner.ats(), aliases.all(partner.ats()));
    Map<VacancyId, MatchFeatures> present = new TreeMap<>();
    for (FeedSetup setup : setups.all().values()) {
      if (setup.partner().id().equals(partner.id())) {
        present.putAll(newest.of(setup, identities));
      }
    }
    return present;
  }

  private static List<AliasProposal> pairs(List<MatchFeatures> fresh, List<MatchFeatures> old) {
    List<AliasProposal> pairs = new ArrayList<>();
    for (MatchFeatures now : fresh) {
      for (MatchFeatures before : old) {
        SimilarityScore likeness = SimilarityScore.of(now, before);
        if (likeness.score() >= LEAST_SCORE) {
          pairs.add(
              new AliasProposal(
                  likeness.score(),
                  now.key(),
                  now.shownTitle(),
                  before.id().toString(),
                  before.key(),
                  before.shownTitle(),
                  likeness.why()));
        }
      }
    }
    return pairs;
  }

  private static List<AliasProposal> unique(List<AliasProposal> pairs) {
    Set<String> taken = new HashSet<>();
    List<AliasProposal> best = new ArrayList<>();
    pairs.stream()
        .sorted(
            Comparator.comparingInt(AliasProposal::score)
                .reversed()
                .thenComparing(AliasProposal::key)
                .thenComparing(AliasProposal::vacancy))
        .forEach(
            pair -> {
              if (!taken.contains("key " + pair.key()) && !taken.contains(pair.vacancy())) {
                taken.add("key " + pair.key());
                taken.add(pair.vacancy());
                best.add(pair);
              }
            });
    return best;
  }
}
