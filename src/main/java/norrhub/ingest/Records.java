package norrhub.ingest;

import com.carrotsearch.hppc.LongHashSet;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norrhub.catalogue.FeedCatalogue;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.mapping.Format;
import norrhub.notice.Finding;
import norrhub.notice.SourceLocation;
import norrhub.record.BrokenRecord;
import norrhub.record.PartFile;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import norrhub.vacancy.VacancyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the records of a delivery one by one and the catalogue five hundred at a time. A record
 * that the catalogue knows, made by the same configuration, costs a hash and a look-up: it is
 * neither mapped nor normalised nor written.
 */
final class Records {
  private static final Logger log = LoggerFactory.getLogger(Records.class);

  /** Of records that share a key so many are held in memory until the delivery's end. */
  private static final int HELD_AT_MOST = 20_000;

  /** Asking for the thread's time costs a microsecond. */
  private static final int RECORDS_BETWEEN_LOOKS = 20;

  private final DeliveryJob job;
  private final FeedCatalogue catalogue;
  private final FeedIdentities identities;
  private final DetailJoin details;
  private final RecordBatch batch;
  private final DeliveryStatistics statistics;
  private final InputHash hash;
  private final LongHashSet seen = new LongHashSet();
  private final KeySpellings spellings = new KeySpellings();
  private final LongHashSet named = new LongHashSet();
  private final Map<String, List<SourceRecord>> shared = new LinkedHashMap<>();
  private Optional<UnchangedRecords> quiet = Optional.empty();
  private boolean readWhole = true;
  private final DeliveryTime time;
  private final Set<VacancyId> suppressed;
  private final Set<ArchivedPart> erased = new HashSet<>();
  private boolean metSuppressed;
  private boolean overTime;
  private int held;

  Records(
      DeliveryJob job,
      FeedCatalogue catalogue,
      FeedIdentities identities,
      DetailJoin details,
      RecordBatch batch,
      DeliveryTime time,
      Set<VacancyId> suppressed,
      DeliveryStatistics statistics) {
    this.job = job;
    this.catalogue = catalogue;
    this.identities = identities;
    this.details = details;
    this.batch = batch;
    this.time = time;
    this.suppressed = suppressed;
    this.statistics = statistics;
    this.hash = new InputHash(job.fingerprint());
  }

  /** Takes all records of a part; what cannot be read is reported, what stands before it counts. */
  void take(PartFile part) throws IOException {
    if (overTime) {
      return;
    }
    try (RecordStream stream = job.format().open(part)) {
      take(stream, part);
    } catch (UnreadablePart e) {
      readWhole = false;
      statistics.tellUnread(e.place(), e.finding());
      if (e.getCause() != null) {
        log.error("the reader of {} fails on {}", job.feed().format(), e.place(), e.getCause());
      }
    }
    batch.write();
  }

  /** What was found about the part is reported for a broken one too: it may say why it broke. */
  private void take(RecordStream stream, PartFile part) throws UnreadablePart, IOException {
    try {
      for (Optional<ReadResult> next = stream.next(); next.isPresent(); next = stream.next()) {
        take(next.get());
        checkTime(next.get().place());
      }
    } finally {
      stream.findings().forEach(f -> statistics.tellOfPart(SourceLocation.of(part.name()), f));
    }
  }

  /** The worker goes on to other feeds; what was taken stands. */
  private void checkTime(SourceLocation place) throws UnreadablePart {
    if (statistics.received % RECORDS_BETWEEN_LOOKS == 0 && time.isSpent(statistics.received)) {
      overTime = true;
      throw new UnreadablePart(
          place, DeliveryNotices.OVER_TIME.about("", statistics.received + " records were read"));
    }
  }

  /** Whether every record could be read, so that what was not seen is not there. */
  boolean readWhole() {
    return readWhole;
  }

  /** Vacancies that were offered until this delivery said that they are not for everybody. */
  List<VacancyId> keptOut() {
    return batch.keptOut();
  }

  boolean saw(VacancyId id) {
    return seen.contains(id.hash64()) || named.contains(id.hash64()) || identities.holds(id);
  }

  private void take(ReadResult reading) throws IOException {
    statistics.received++;
    if (reading instanceof SourceRecord record) {
      take(details.join(record));
    } else if (reading instanceof BrokenRecord broken) {
      reject(broken, "", broken.finding());
      readWhole = false;
    }
  }

  private void take(DetailedRecord joined) {
    SourceRecord record = joined.record();
    Optional<String> key = job.format().key(record.content());
    if (key.isEmpty()) {
      reject(record, "", RecordNotices.NO_KEY.about("", ""));
      readWhole = false;
      return;
    }
    see(joined.listed());
    VacancyId id = identities.of(key.get());
    boolean isFirst = seen.add(id.hash64());
    if (suppressed.contains(id)) {
      suppress(record, id);
      return;
    }
    if (key.get().length() > Format.LONGEST_KEY) {
      reject(record, "", RecordNotices.KEY_TOO_LONG.about("", key.get()));
      return;
    }
    if (isFirst && spellings.isAnother(key.get())) {
      statistics.tell(record.place(), key.get(), RecordNotices.KEY_CASE.about("", key.get()));
    }
    if (joined.objection().isPresent()) {
      reject(record, key.get(), joined.objection().get());
    } else if (identities.unites(id)) {
      share(record, key.get());
    } else if (isFirst) {
      take(List.of(record), key.get(), id);
    } else if (job.provesAbsence()) {
      reject(record, key.get(), RecordNotices.SAME_KEY.about("", key.get()));
    } else {
      // Changes are a story: first offered, later taken back. The later word stands.
      batch.write();
      take(List.of(record), key.get(), id);
    }
  }

  /** The source still sends what was erased. */
  private void suppress(SourceRecord record, VacancyId id) {
    metSuppressed = true;
    details.lastAnswer().ifPresent(erased::add);
    statistics.keptOut++;
    statistics.tell(record.place(), "", RecordNotices.SUPPRESSED.about("", id.toString()));
  }

  /** Answers for records of suppressed vacancies. */
  Set<ArchivedPart> suppressedAnswers() {
    return Set.copyOf(erased);
  }

  /** Whether a record of a suppressed vacancy was in the delivery. */
  boolean metSuppressed() {
    return metSuppressed;
  }

  /** They may stand far apart, so they wait for the delivery's end; only they are held. */
  private void share(SourceRecord record, String key) {
    if (held++ < HELD_AT_MOST) {
      shared.computeIfAbsent(key, k -> new ArrayList<>()).add(record);
    } else {
      reject(record, key, RecordNotices.SAME_KEY.about("", key));
    }
  }

  /** Takes what waited for the end. */
  void finish() {
    shared.forEach((key, records) -> take(records, key, identities.of(key)));
    shared.clear();
    batch.write();
  }

  private void take(List<SourceRecord> records, String key, VacancyId id) {
    List<JsonNode> contents = records.stream().map(SourceRecord::content).toList();
    long inputHash = hash.of(contents);
    statistics.read(id, inputHash);
    if (quiet.filter(known -> known.has(id, inputHash)).isPresent()) {
      statistics.accepted += records.size();
      return;
    }
    Map<String, String> otherKeys = job.format().otherKeys(contents.get(0));
    batch.add(new KeyedRecord(records, key, id, inputHash, otherKeys));
    if (batch.isFull()) {
      batch.write();
      readQuiet();
    }
  }

  /** What the list names is there, even if its detail turns out to be another vacancy's. */
  private void see(SourceRecord listed) {
    if (details.joins()) {
      job.format().key(listed.content()).ifPresent(key -> named.add(identities.of(key).hash64()));
    }
  }

  /** A long delivery that speaks for all of its vacancies is likely to bring most of them again. */
  private void readQuiet() {
    if (quiet.isEmpty() && job.judgesAbsence()) {
      quiet = Optional.of(new UnchangedRecords(catalogue));
    }
  }

  private void reject(ReadResult reading, String key, Finding finding) {
    statistics.rejected++;
    statistics.tell(reading.place(), key, finding);
  }
}
