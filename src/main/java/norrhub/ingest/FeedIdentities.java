package norrhub.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norrhub.catalogue.Alias;
import norrhub.catalogue.Aliases;
import norrhub.catalogue.FeedCatalogue;
import norrhub.catalogue.StoredVacancy;
import norrhub.mapping.SameKey;
import norrhub.record.PartFile;
import norrhub.vacancy.VacancyId;

/**
 * Which vacancies the records of a delivery are.
 *
 * <p>A record whose key is new gets the vacancy that another channel of its ATS knows by one of its
 * other keys, for ever. Never one that another record of the delivery holds, nor one that its feed
 * still offers and this delivery does not speak for.
 */
final class FeedIdentities {
  private final DeliveryJob job;
  private final FeedCatalogue catalogue;
  private final Aliases aliases;
  private final Identities identities;
  private final KeyPrescan ahead;

  FeedIdentities(DeliveryJob job, FeedCatalogue catalogue, Aliases aliases, List<PartFile> parts)
      throws IOException {
    this.job = job;
    this.catalogue = catalogue;
    this.aliases = aliases;
    this.identities = new Identities(job.partner().ats(), aliases.all(job.partner().ats()));
    this.ahead =
        job.format().readsKeysAhead()
            ? KeyPrescan.of(job.format(), identities, parts)
            : KeyPrescan.none();
  }

  VacancyId of(String key) {
    return identities.of(key);
  }

  /** Whether the delivery holds the vacancy; said of formats only whose keys are read ahead. */
  boolean holds(VacancyId id) {
    return ahead.holds(id);
  }

  /** Whether several records of the delivery are this one vacancy. */
  boolean unites(VacancyId id) {
    return job.format().sameKey() == SameKey.MERGE && ahead.repeats(id);
  }

  /** The records as the vacancies that they are; whom they take over is added to {@code known}. */
  List<KeyedRecord> resolve(List<KeyedRecord> records, Map<VacancyId, StoredVacancy> known) {
    Map<VacancyId, StoredVacancy> elsewhere = catalogue.known(candidates(records, known));
    if (elsewhere.isEmpty()) {
      return records;
    }
    List<KeyedRecord> resolved = new ArrayList<>();
    List<Alias> found = new ArrayList<>();
    for (KeyedRecord record : records) {
      Optional<StoredVacancy> same =
          known.containsKey(record.id()) ? Optional.empty() : free(record, elsewhere);
      same.ifPresent(
          vacancy -> {
            ahead.take(vacancy.id());
            known.put(vacancy.id(), vacancy);
            found.add(Alias.ofKey(record.key(), vacancy.id()));
          });
      resolved.add(same.map(vacancy -> record.as(vacancy.id())).orElse(record));
    }
    aliases.add(job.partner().ats(), found);
    found.forEach(identities::learn);
    return resolved;
  }

  /** Remembers the other keys of vacancies that are in the catalogue now. */
  void remember(List<KeyedRecord> written) {
    List<Alias> news =
        written.stream()
            .flatMap(record -> identities.news(record.id(), record.otherKeys()).stream())
            .toList();
    aliases.add(job.partner().ats(), news);
    news.forEach(identities::learn);
  }

  private Set<VacancyId> candidates(
      List<KeyedRecord> records, Map<VacancyId, StoredVacancy> known) {
    Set<VacancyId> candidates = new HashSet<>();
    for (KeyedRecord record : records) {
      if (!known.containsKey(record.id())) {
        candidates.addAll(identities.elsewhere(record.otherKeys()));
      }
    }
    return candidates;
  }

  private Optional<StoredVacancy> free(
      KeyedRecord record, Map<VacancyId, StoredVacancy> elsewhere) {
    return identities.elsewhere(record.otherKeys()).stream()
        .filter(id -> !ahead.holds(id))
        .map(id -> Optional.ofNullable(elsewhere.get(id)))
        .flatMap(Optional::stream)
        .filter(this::isFree)
        .findFirst();
  }

  private boolean isFree(StoredVacancy vacancy) {
    boolean isSpokenFor = job.provesAbsence() && vacancy.scope().equals(job.scope());
    return !vacancy.isOffered() || !vacancy.feed().equals(job.feed().id()) || isSpokenFor;
  }
}
