package norrhub.ingest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import norrhub.delivery.Archive;
import norrhub.delivery.ArchivedPart;
import norrhub.delivery.Deliveries;
import norrhub.delivery.Delivery;
import norrhub.delivery.DetailIndex;
import norrhub.mapping.Mapped;
import norrhub.mapping.MappingFailed;
import norrhub.normalise.Intake;
import norrhub.normalise.Normaliser;
import norrhub.record.PartFile;
import norrhub.record.Reading;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import norrhub.vacancy.VacancyId;
import org.springframework.stereotype.Component;

/** Reads what a feed's newest delivery holds, without applying anything of it. */
@Component
class NewestRecords {
  /** More than any partner has; the rest of a longer delivery is not looked at. */
  private static final int AT_MOST = 2_000;

  private final Deliveries deliveries;
  private final Archive archive;
  private final Normaliser normaliser;

  NewestRecords(Deliveries deliveries, Archive archive, Normaliser normaliser) {
    this.deliveries = deliveries;
    this.archive = archive;
    this.normaliser = normaliser;
  }

  /** The vacancies of the delivery by their ids; what is rejected or kept out is left out. */
  Map<VacancyId, Traits> of(Setup setup, Identities identities) throws IOException {
    Map<VacancyId, Traits> found = new LinkedHashMap<>();
    Optional<Delivery> newest = deliveries.newest(setup.feed().id());
    if (newest.isPresent()) {
      var task =
          new Task(
              newest.get(), setup.partner(), setup.feed(), setup.format(), setup.fingerprint());
      var details = new DetailJoin(task, archive, new Tally(newest.get()));
      for (ArchivedPart part : newest.get().parts()) {
        if (!DetailIndex.isIndex(newest.get(), part)) {
          read(task, new PartFile(part.name(), archive.file(part)), details, identities, found);
        }
      }
    }
    return found;
  }

  private void read(
      Task task,
      PartFile part,
      DetailJoin details,
      Identities identities,
      Map<VacancyId, Traits> found)
      throws IOException {
    try (RecordStream stream = task.format().open(part)) {
      Optional<Reading> next = stream.next();
      while (next.isPresent() && found.size() < AT_MOST) {
        if (next.get() instanceof SourceRecord listed) {
          traits(task, details.join(listed).record(), identities)
              .ifPresent(traits -> found.putIfAbsent(traits.id(), traits));
        }
        next = stream.next();
      }
    } catch (UnreadablePart e) {
      // Applying the delivery has told it; what stands before the break counts.
      return;
    }
  }

  private Optional<Traits> traits(Task task, SourceRecord record, Identities identities) {
    Optional<String> key = task.format().key(record.content());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try {
      Mapped mapped = task.format().map(record.content(), task.feed().values());
      var intake =
          new Intake(
              task.partner(),
              identities.of(key.get()),
              key.get(),
              task.delivery().receivedAt(),
              task.feed().defaultPlace());
      return normaliser
          .normalise(mapped.draft(), intake)
          .vacancy()
          .map(vacancy -> Traits.of(vacancy, task.partner().timeZone()));
    } catch (MappingFailed e) {
      return Optional.empty();
    }
  }
}
