package norrhub.ingest;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import norrhub.delivery.DetailIndex;
import norrhub.delivery.archive.Archive;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.delivery.archive.ErasedPart;
import norrhub.fetch.DetailAddress;
import norrhub.mapping.DetailNotices;
import norrhub.mapping.Detailed;
import norrhub.notice.Finding;
import norrhub.notice.SourceLocation;
import norrhub.record.PartFile;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;

/** Joins the answers of detail requests to the records of the list they were made for. */
public final class DetailJoin {
  private final DeliveryJob job;
  private final Archive archive;
  private final DeliveryStatistics statistics;
  private final DetailIndex index;
  private Optional<ArchivedPart> lastAnswer = Optional.empty();
  private final Optional<DetailAddress> address;

  public DetailJoin(DeliveryJob job, Archive archive, DeliveryStatistics statistics)
      throws IOException {
    this.job = job;
    this.archive = archive;
    this.statistics = statistics;
    this.index = DetailIndex.of(job.delivery(), archive);
    this.address =
        job.feed()
            .rest()
            .flatMap(rest -> rest.details().map(details -> new DetailAddress(rest, details)))
            .filter(details -> job.format().readsDetails());
  }

  /** Whether the delivery's records are joined with anything at all. */
  boolean joins() {
    return address.isPresent();
  }

  public DetailedRecord join(SourceRecord listed) throws IOException {
    return address.isPresent()
        ? join(listed, address.get())
        : new DetailedRecord(listed, listed, Optional.empty());
  }

  /** The answer that the last record was joined with. */
  Optional<ArchivedPart> lastAnswer() {
    return lastAnswer;
  }

  private DetailedRecord join(SourceRecord listed, DetailAddress of) throws IOException {
    lastAnswer = Optional.empty();
    Optional<URI> asked = of.of(listed.content());
    if (asked.isEmpty()) {
      return without(listed, DetailNotices.NO_ADDRESS.about("", of.fields()));
    }
    String request = DetailIndex.request(asked.get());
    Optional<Finding> refusal =
        index.refusal(request).map(why -> DetailNotices.REFUSED.about("", why));
    Optional<ArchivedPart> answer = index.answer(request);
    lastAnswer = answer;
    return answer.isPresent()
        ? join(listed, answer.get(), refusal)
        : without(listed, refusal.orElse(DetailNotices.WAITS.about("", "")));
  }

  /** An old answer does not make up for a refusal, but it may hold the record's key. */
  private DetailedRecord join(SourceRecord listed, ArchivedPart answer, Optional<Finding> refusal)
      throws IOException {
    try {
      PartFile part = new PartFile(answer.name(), archive.file(answer));
      Detailed detailed = job.format().join(listed.content(), part);
      detailed.findings().forEach(f -> statistics.tell(SourceLocation.of(part.name()), "", f));
      return new DetailedRecord(
          listed, new SourceRecord(listed.place(), detailed.record()), refusal);
    } catch (ErasedPart e) {
      return without(listed, DeliveryNotices.ERASED.about(answer.name(), ""));
    } catch (UnreadablePart e) {
      return without(
          listed,
          refusal.orElse(DetailNotices.UNREADABLE.about("", String.valueOf(e.getMessage()))));
    }
  }

  private static DetailedRecord without(SourceRecord listed, Finding why) {
    return new DetailedRecord(listed, listed, Optional.of(why));
  }
}
