package norrhub.ingest.match;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import norrhub.delivery.Deliveries;
import norrhub.delivery.Delivery;
import norrhub.delivery.DetailIndex;
import norrhub.delivery.archive.Archive;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.ingest.DeliveryJob;
import norrhub.ingest.DeliveryStatistics;
import norrhub.ingest.DetailJoin;
import norrhub.ingest.FeedSetup;
import norrhub.ingest.Identities;
import norrhub.mapping.Mapped;
import norrhub.mapping.MappingFailed;
import norrhub.normalise.NormalisationContext;
import norrhub.normalise.Normaliser;
import norrhub.record.PartFile;
import norrhub.record.ReadResult;
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
  Map<VacancyId, MatchFeatures> of(FeedSetup setup, Identities identities) throws IOException {
    Map<VacancyId, MatchFeatures> found = new LinkedHashMap<>();
    Optional<Delivery> newest = deliveries.newest(setup.feed().id());
    if (newest.isPresent()) {
      var job = new DeliveryJob(newest.get(), setup);
      var details = new DetailJoin(job, archive, new DeliveryStatistics(newest.get()));
      for (ArchivedPart part : newest.get().parts()) {
        if (!DetailIndex.isIndex(newest.get(), part)) {
          read(job, new PartFile(part.name(), archive.file(part)), details, identities, found);
        }
      }
    }
    return found;
  }

  private void read(
      DeliveryJob job,
      PartFile part,
      DetailJoin details,
      Identities identities,
      Map<VacancyId, MatchFeatures> found)
      throws IOException {
    try (RecordStream stream = job.format().open(part)) {
      Optional<ReadResult> next = stream.next();
      while (next.isPresent() && found.size() < AT_MOST) {
        if (next.get() instanceof SourceRecord listed) {
          traits(job, details.join(listed).record(), identities)
              .ifPresent(traits -> found.putIfAbsent(traits.id(), traits));
        }
        next = stream.next();
      }
    } catch (UnreadablePart e) {
      // Applying the delivery has told it; what stands before the break counts.
      return;
    }
  }

  private Optional<MatchFeatures> traits(
      DeliveryJob job, SourceRecord record, Identities identities) {
    Optional<String> key = job.format().key(record.content());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try {
      Mapped mapped = job.format().map(record.content(), job.feed().values());
      var intake =
          new NormalisationContext(
              job.partner(),
              identities.of(key.get()),
              key.get(),
              job.delivery().receivedAt(),
              job.feed().defaultPlace(),
              job.vocabulary());
      return normaliser
          .normalise(mapped.draft(), intake)
          .vacancy()
          .map(vacancy -> MatchFeatures.of(vacancy, job.partner().timeZone()));
    } catch (MappingFailed e) {
      return Optional.empty();
    }
  }
}
