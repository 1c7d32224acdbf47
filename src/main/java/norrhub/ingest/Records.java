package norrhub.ingest;

import java.io.IOException;
import java.util.ArrayList;
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
import norrhub.notice.Place;
import norrhub.record.BrokenRecord;
import norrhub.record.PartFile;
import norrhub.record.Reading;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import norrhub.vacancy.VacancyId;

/**
 * Takes the records of a delivery one by one and the catalogue five hundred at a time. A record
 * that the catalogue knows, made by the same configuration, costs a hash and a look-up: it is
 * neither mapped nor normalised nor written.
 */
final class Records {
  private final Task task;
  private final FeedCatalogue catalogue;
  private final Normaliser normaliser;
  private final StoredFindings stored;
  private final Tally tally;
  private final InputHash hash;
  private final KeySet seen = new KeySet();
  private final List<Keyed> batch = new ArrayList<>(FeedCatalogue.AT_ONCE);
  private Optional<QuietRecords> quiet = Optional.empty();
  private boolean readWhole = true;

  Records(
      Task task,
      FeedCatalogue catalogue,
      Normaliser normaliser,
      StoredFindings stored,
      Tally tally) {
    this.task = task;
    this.catalogue = catalogue;
    this.normaliser = normaliser;
    this.stored = stored;
    this.tally = tally;
    this.hash = new InputHash(task.fingerprint());
  }

  /** Takes all records of a part; what cannot be read is told, what stands before it counts. */
  void take(PartFile part) throws IOException {
    try (RecordStream stream = task.format().open(part)) {
      take(stream, part);
    } catch (UnreadablePart e) {
      readWhole = false;
      tally.tell(e.place(), "", e.finding());
    }
    writeBatch();
  }

  /** What was found about the part is told of a broken one too: it may say why it broke. */
  private void take(RecordStream stream, PartFile part) throws UnreadablePart, IOException {
    try {
      for (Optional<Reading> next = stream.next(); next.isPresent(); next = stream.next()) {
        take(next.get());
      }
    } finally {
      stream.findings().forEach(f -> tally.tell(Place.of(part.name()), "", f));
    }
  }

  /** Whether every record could be read, so that what was not seen is not there. */
  boolean readWhole() {
    return readWhole;
  }

  boolean saw(VacancyId id) {
    return seen.contains(id);
  }

  private void take(Reading reading) {
    tally.received++;
    if (reading instanceof SourceRecord record) {
      take(record);
    } else if (reading instanceof BrokenRecord broken) {
      reject(broken, "", broken.finding());
      readWhole = false;
    }
  }

  private void take(SourceRecord record) {
    Optional<String> key = task.format().key(record.content());
    if (key.isEmpty()) {
      reject(record, "", RecordNotices.NO_KEY.about("", ""));
      readWhole = false;
      return;
    }
    VacancyId id = VacancyId.of(task.partner().ats(), key.get());
    if (!seen.add(id)) {
      if (task.provesAbsence()) {
        reject(record, key.get(), RecordNotices.SAME_KEY.about("", key.get()));
        return;
      }
      // Changes are a story: first offered, later taken back. The later word stands.
      writeBatch();
    }
    long inputHash = hash.of(record.content());
    if (quiet.filter(records -> records.has(id, inputHash)).isPresent()) {
      tally.accepted++;
      return;
    }
    batch.add(new Keyed(record, key.get(), id, inputHash));
    if (batch.size() == FeedCatalogue.AT_ONCE) {
      writeBatch();
      readQuiet();
    }
  }

  /** A long delivery that speaks for all of its vacancies is likely to bring most of them again. */
  private void readQuiet() {
    if (quiet.isEmpty() && task.judgesAbsence()) {
      quiet = Optional.of(new QuietRecords(catalogue));
    }
  }

  private void writeBatch() {
    if (batch.isEmpty()) {
      return;
    }
    Map<VacancyId, Known> known =
        task.isTrial() ? Map.of() : catalogue.known(batch.stream().map(Keyed::id).toList());
    List<Present> present = new ArrayList<>();
    List<VacancyId> removed = new ArrayList<>();
    for (Keyed keyed : batch) {
      Optional<Known> before = Optional.ofNullable(known.get(keyed.id()));
      if (before.filter(k -> isCurrent(k, keyed)).isPresent()) {
        tally.accepted++;
        before
            .flatMap(Known::notices)
            .ifPresent(n -> tally.retell(keyed.record().place(), keyed.key(), stored.read(n)));
      } else {
        make(keyed, before, present, removed);
      }
    }
    if (!task.isTrial()) {
      tally.changed += catalogue.write(present, List.of());
      tally.removed += catalogue.write(List.of(), removed);
    }
    batch.clear();
  }

  private boolean isCurrent(Known known, Keyed keyed) {
    return known.isCurrent(task.feed().id(), task.origin().scope(), keyed.inputHash());
  }

  private void make(
      Keyed keyed, Optional<Known> before, List<Present> present, List<VacancyId> removed) {
    try {
      Mapped mapped = task.format().map(keyed.record().content(), task.feed().values());
      var intake =
          new Intake(task.partner(), keyed.id(), keyed.key(), task.delivery().receivedAt());
      Normalised made = normaliser.normalise(mapped.draft(), intake);
      List<Finding> findings = new ArrayList<>(mapped.findings());
      findings.addAll(made.findings());
      findings.forEach(f -> tally.tell(keyed.record().place(), keyed.key(), f));
      if (made.removed()) {
        take(keyed, before, removed);
      } else if (made.vacancy().isPresent()) {
        tally.accepted++;
        present.add(
            new Present(
                made.vacancy().get(), keyed.key(), keyed.inputHash(), stored.write(findings)));
      } else {
        tally.rejected++;
      }
    } catch (MappingFailed e) {
      reject(
          keyed.record(),
          keyed.key(),
          RecordNotices.NOT_MAPPED.about("", String.valueOf(e.getMessage())));
    }
  }

  private void take(Keyed keyed, Optional<Known> before, List<VacancyId> removed) {
    tally.accepted++;
    if (before.isPresent()) {
      removed.add(keyed.id());
    } else if (!task.isTrial()) {
      tally.tell(
          keyed.record().place(), keyed.key(), RecordNotices.REMOVAL_OF_UNKNOWN.about("", ""));
    }
  }

  private void reject(Reading reading, String key, Finding finding) {
    tally.rejected++;
    tally.tell(reading.place(), key, finding);
  }
}
