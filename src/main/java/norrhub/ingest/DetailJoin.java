package norrhub.ingest;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import norrhub.delivery.Archive;
import norrhub.delivery.ArchivedPart;
import norrhub.delivery.DetailIndex;
import norrhub.fetch.DetailAddress;
import norrhub.mapping.DetailNotices;
import norrhub.mapping.Detailed;
import norrhub.notice.Finding;
import norrhub.notice.Place;
import norrhub.record.PartFile;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;

/** Joins the answers of detail requests to the records of the list they were made for. */
final class DetailJoin {
  private final Task task;
  private final Archive archive;
  private final Tally tally;
  private final DetailIndex index;
  private final Optional<DetailAddress> address;

  DetailJoin(Task task, Archive archive, Tally tally) throws IOException {
    this.task = task;
    this.archive = archive;
    this.tally = tally;
    this.index = DetailIndex.of(task.delivery(), archive);
    this.address =
        task.feed()
            .rest()
            .flatMap(rest -> rest.details().map(details -> new DetailAddress(rest, details)))
            .filter(details -> task.format().readsDetails());
  }

  /** Whether the delivery's records are joined with anything at all. */
  boolean joins() {
    return address.isPresent();
  }

  Joined join(SourceRecord listed) throws IOException {
    return address.isPresent()
        ? join(listed, address.get())
        : new Joined(listed, listed, Optional.empty());
  }

  private Joined join(SourceRecord listed, DetailAddress of) throws IOException {
    Optional<URI> asked = of.of(listed.content());
    if (asked.isEmpty()) {
      return without(listed, DetailNotices.NO_ADDRESS.about("", of.fields()));
    }
    String request = DetailIndex.request(asked.get());
    Optional<Finding> refusal =
        index.refusal(request).map(why -> DetailNotices.REFUSED.about("", why));
    Optional<ArchivedPart> answer = index.answer(request);
    return answer.isPresent()
        ? join(listed, answer.get(), refusal)
        : without(listed, refusal.orElse(DetailNotices.WAITS.about("", "")));
  }

  /** An old answer does not make up for a refusal, but it may hold the record's key. */
  private Joined join(SourceRecord listed, ArchivedPart answer, Optional<Finding> refusal)
      throws IOException {
    try {
      PartFile part = new PartFile(answer.name(), archive.file(answer));
      Detailed detailed = task.format().join(listed.content(), part);
      detailed.findings().forEach(f -> tally.tell(Place.of(part.name()), "", f));
      return new Joined(listed, new SourceRecord(listed.place(), detailed.record()), refusal);
    } catch (UnreadablePart e) {
      return without(
          listed,
          refusal.orElse(DetailNotices.UNREADABLE.about("", String.valueOf(e.getMessage()))));
    }
  }

  private static Joined without(SourceRecord listed, Finding why) {
    return new Joined(listed, listed, Optional.of(why));
  }
}
