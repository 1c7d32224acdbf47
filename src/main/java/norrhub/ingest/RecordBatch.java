package norrhub.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.catalogue.FeedCatalogue;
import norrhub.catalogue.Known;
import norrhub.catalogue.Present;
import norrhub.mapping.Mapped;
import norrhub.mapping.MappingFailed;
import norrhub.normalise.Intake;
import norrhub.normalise.Normalised;
import norrhub.normalise.Normaliser;
import norrhub.notice.Finding;
import norrhub.vacancy.VacancyId;

/** Records on their way to the catalogue, as many as fit into one transaction. */
final class RecordBatch {
  private final Task task;
  private final FeedCatalogue catalogue;
  private final Normaliser normaliser;
  private final StoredFindings stored;
  private final FeedIdentities identities;
  private final Tally tally;
  private final List<Keyed> records = new ArrayList<>(FeedCatalogue.AT_ONCE);
  private final List<Keyed> accepted = new ArrayList<>();
  private final List<Present> present = new ArrayList<>();
  private final List<VacancyId> removed = new ArrayList<>();
  private final List<VacancyId> keptOut = new ArrayList<>();

  RecordBatch(
      Task task,
      FeedCatalogue catalogue,
      Normaliser normaliser,
      StoredFindings stored,
      FeedIdentities identities,
      Tally tally) {
    this.task = task;
    this.catalogue = catalogue;
    this.normaliser = normaliser;
    this.stored = stored;
    this.identities = identities;
    this.tally = tally;
  }

  void add(Keyed record) {
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
    Map<VacancyId, Known> known =
        task.isTrial()
            ? Map.of()
            : new HashMap<>(catalogue.known(records.stream().map(Keyed::id).toList()));
    for (Keyed record : task.isTrial() ? records : identities.resolve(records, known)) {
      Optional<Known> before = Optional.ofNullable(known.get(record.id()));
      if (before.filter(k -> isCurrent(k, record)).isPresent()) {
        tally.accepted += record.count();
        before
            .flatMap(k -> k.notices(task.feed().id(), task.scope()))
            .ifPresent(n -> tally.retell(record.place(), record.key(), stored.read(n)));
      } else {
        make(record, before);
      }
    }
    if (!task.isTrial()) {
      writeDown();
    }
    records.clear();
    accepted.clear();
    present.clear();
    removed.clear();
  }

  private void writeDown() {
    tally.changed += catalogue.write(present);
    tally.removed += catalogue.withdraw(removed, "removed");
    tally.withdrawn += catalogue.withdraw(superseded(), "alias");
    if (!task.provesAbsence()) {
      tally.withdrawn += catalogue.withdraw(keptOut, "not-public");
      keptOut.clear();
    }
    identities.remember(accepted);
  }

  /** What was published under a key before somebody said that it is an old vacancy's new key. */
  private List<VacancyId> superseded() {
    return accepted.stream()
        .filter(record -> !record.id().equals(VacancyId.of(task.partner().ats(), record.key())))
        .map(record -> VacancyId.of(task.partner().ats(), record.key()))
        .toList();
  }

  private boolean isCurrent(Known known, Keyed record) {
    return known.isCurrent(task.feed().id(), task.scope(), record.inputHash());
  }

  private void make(Keyed record, Optional<Known> before) {
    try {
      List<Mapped> rows = new ArrayList<>();
      for (JsonNode content : record.contents()) {
        rows.add(task.format().map(content, task.feed().values()));
      }
      Mapped mapped = Mapped.united(rows);
      var intake =
          new Intake(
              task.partner(),
              record.id(),
              record.key(),
              task.delivery().receivedAt(),
              task.feed().defaultPlace());
      Normalised made = normaliser.normalise(mapped.draft(), intake);
      List<Finding> findings = new ArrayList<>(mapped.findings());
      findings.addAll(made.findings());
      findings.forEach(f -> tally.tell(record.place(), record.key(), f));
      take(record, before, made, findings);
    } catch (MappingFailed e) {
      tally.rejected += record.count();
      tally.tell(
          record.place(),
          record.key(),
          RecordNotices.NOT_MAPPED.about("", String.valueOf(e.getMessage())));
    }
  }

  private void take(Keyed record, Optional<Known> before, Normalised made, List<Finding> findings) {
    if (made.removed()) {
      remove(record, before);
    } else if (made.keptOut()) {
      tally.keptOut += record.count();
      before.filter(Known::isOffered).ifPresent(k -> keptOut.add(k.id()));
    } else if (made.vacancy().isPresent()) {
      tally.accepted += record.count();
      accepted.add(record);
      present.add(
          new Present(
              made.vacancy().get(), record.key(), record.inputHash(), stored.write(findings)));
    } else {
      tally.rejected += record.count();
    }
  }

  private void remove(Keyed record, Optional<Known> before) {
    tally.accepted += record.count();
    if (before.isPresent()) {
      removed.add(record.id());
    } else if (!task.isTrial()) {
      tally.tell(record.place(), record.key(), RecordNotices.REMOVAL_OF_UNKNOWN.about("", ""));
    }
  }
}
