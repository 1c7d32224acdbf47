package norrhub.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norrhub.catalogue.FeedCatalogue;
import norrhub.catalogue.StoredVacancy;
import norrhub.catalogue.VacancyUpsert;
import norrhub.mapping.Mapped;
import norrhub.mapping.MappingFailed;
import norrhub.normalise.NormalisationContext;
import norrhub.normalise.Normalised;
import norrhub.normalise.Normaliser;
import norrhub.notice.Finding;
import norrhub.vacancy.VacancyId;

/** Records on their way to the catalogue, as many as fit into one transaction. */
final class RecordBatch {
  private final DeliveryJob job;
  private final FeedCatalogue catalogue;
  private final Normaliser normaliser;
  private final StoredFindings stored;
  private final FeedIdentities identities;
  private final DeliveryStatistics statistics;
  private final List<KeyedRecord> records = new ArrayList<>(FeedCatalogue.AT_ONCE);
  private final List<KeyedRecord> accepted = new ArrayList<>();
  private final List<VacancyUpsert> present = new ArrayList<>();
  private final List<VacancyId> removed = new ArrayList<>();
  private final List<VacancyId> keptOut = new ArrayList<>();

  RecordBatch(
      DeliveryJob job,
      FeedCatalogue catalogue,
      Normaliser normaliser,
      StoredFindings stored,
      FeedIdentities identities,
      DeliveryStatistics statistics) {
    this.job = job;
    this.catalogue = catalogue;
    this.normaliser = normaliser;
    this.stored = stored;
    this.identities = identities;
    this.statistics = statistics;
  }

  void add(KeyedRecord record) {
    records.add(record);
  }

  boolean isFull() {
    return records.size() >= FeedCatalogue.AT_ONCE;
  }

  /**
   * Vacancies of a whole delivery, offered until now, that are not meant for everybody. Whether
   * they go is judged at its end, when it is known how many they are.
   */
  List<VacancyId> keptOut() {
    return List.copyOf(keptOut);
  }

  void write() {
    if (records.isEmpty()) {
      return;
    }
    Map<VacancyId, StoredVacancy> known =
        job.isTrial()
            ? Map.of()
            : new HashMap<>(catalogue.known(records.stream().map(KeyedRecord::id).toList()));
    for (KeyedRecord record : job.isTrial() ? records : identities.resolve(records, known)) {
      Optional<StoredVacancy> before = Optional.ofNullable(known.get(record.id()));
      if (before.filter(k -> isCurrent(k, record)).isPresent()) {
        statistics.accepted += record.count();
        before
            .flatMap(k -> k.notices(job.feed().id(), job.scope()))
            .ifPresent(n -> tellAgain(record, stored.read(n)));
      } else {
        make(record, before);
      }
    }
    if (!job.isTrial()) {
      writeDown();
    }
    records.clear();
    accepted.clear();
    present.clear();
    removed.clear();
  }

  /** What a delivery says that speaks for all there are is found at the vacancies themselves. */
  private void tellAgain(KeyedRecord record, List<Finding> findings) {
    if (job.provesAbsence()) {
      statistics.stand(record.place(), record.key(), findings);
    } else {
      statistics.retell(record.place(), record.key(), findings);
    }
  }

  private void writeDown() {
    statistics.changed += catalogue.write(present);
    statistics.removed += catalogue.withdraw(removed, "removed");
    statistics.withdrawn += catalogue.withdraw(superseded(), "alias");
    if (!job.provesAbsence()) {
      statistics.withdrawn += catalogue.withdraw(keptOut, "not-public");
      keptOut.clear();
    }
    identities.remember(accepted);
  }

  /** What was published under a key before somebody said that it is an old vacancy's new key. */
  private List<VacancyId> superseded() {
    return accepted.stream()
        .filter(record -> !record.id().equals(VacancyId.of(job.partner().ats(), record.key())))
        .map(record -> VacancyId.of(job.partner().ats(), record.key()))
        .toList();
  }

  private boolean isCurrent(StoredVacancy known, KeyedRecord record) {
    return known.isCurrent(job.feed().id(), job.scope(), record.inputHash());
  }

  private void make(KeyedRecord record, Optional<StoredVacancy> before) {
    try {
      List<Mapped> rows = new ArrayList<>();
      for (JsonNode content : record.contents()) {
        rows.add(job.format().map(content, job.feed().values()));
      }
      Mapped mapped = Mapped.united(rows);
      var intake =
          new NormalisationContext(
              job.partner(),
              record.id(),
              record.key(),
              job.delivery().receivedAt(),
              job.feed().defaultPlace(),
              job.vocabulary());
      Normalised made = normaliser.normalise(mapped.draft(), intake);
      List<Finding> findings = new ArrayList<>(mapped.findings());
      findings.addAll(made.findings());
      Set<Finding> known = known(before);
      findings.forEach(f -> statistics.tell(record.place(), record.key(), f, known.contains(f)));
      take(record, before, made, findings);
    } catch (MappingFailed e) {
      statistics.rejected += record.count();
      statistics.tell(
          record.place(),
          record.key(),
          RecordNotices.NOT_MAPPED.about("", String.valueOf(e.getMessage())));
    }
  }

  private Set<Finding> known(Optional<StoredVacancy> before) {
    return before
        .flatMap(k -> k.notices(job.feed().id(), job.scope()))
        .map(n -> Set.copyOf(stored.read(n)))
        .orElse(Set.of());
  }

  private void take(
      KeyedRecord record, Optional<StoredVacancy> before, Normalised made, List<Finding> findings) {
    if (made.removed()) {
      remove(record, before);
    } else if (made.keptOut()) {
      statistics.keptOut += record.count();
      before.filter(StoredVacancy::isOffered).ifPresent(k -> keptOut.add(k.id()));
    } else if (made.vacancy().isPresent()) {
      statistics.accepted += record.count();
      accepted.add(record);
      present.add(
          new VacancyUpsert(
              made.vacancy().get(),
              record.key(),
              record.inputHash(),
              stored.write(findings, job.delivery().id(), record.place())));
    } else {
      statistics.rejected += record.count();
    }
  }

  private void remove(KeyedRecord record, Optional<StoredVacancy> before) {
    statistics.accepted += record.count();
    if (before.isPresent()) {
      removed.add(record.id());
    } else if (!job.isTrial()) {
      statistics.tell(record.place(), record.key(), RecordNotices.REMOVAL_OF_UNKNOWN.about("", ""));
    }
  }
}
