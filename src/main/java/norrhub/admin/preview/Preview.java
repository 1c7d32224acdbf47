package norrhub.admin.preview;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import norrhub.admin.preview.Previewed.Verdict;
import norrhub.catalogue.VacancyJson;
import norrhub.ingest.RecordNotices;
import norrhub.mapping.Format;
import norrhub.mapping.Mapped;
import norrhub.mapping.MappingFailed;
import norrhub.mapping.SameKey;
import norrhub.normalise.NormalisationContext;
import norrhub.normalise.Normalised;
import norrhub.normalise.Normaliser;
import norrhub.notice.Finding;
import norrhub.notice.SourceLocation;
import norrhub.record.BrokenRecord;
import norrhub.record.PartFile;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyId;
import norrhub.vacancy.VacancyVersion;
import norrhub.vocabulary.Vocabulary;

/**
 * Makes vacancies of a file as a delivery would, but for what a delivery knows of earlier ones. Of
 * the file it holds one record at a time.
 */
public final class Preview {
  private final PreviewSubject subject;
  private final Normaliser normaliser;
  private final Vocabulary vocabulary;
  private final Instant now;
  private final Set<Finding> told = new HashSet<>();
  private final Set<VacancyId> seen = new HashSet<>();

  public Preview(
      PreviewSubject subject, Normaliser normaliser, Vocabulary vocabulary, Instant now) {
    this.subject = subject;
    this.normaliser = normaliser;
    this.vocabulary = vocabulary;
    this.now = now;
  }

  public void read(PartFile part, PreviewWriter writer, PreviewSummary summary) throws IOException {
    try (RecordStream records = subject.format().open(part)) {
      read(records, part, writer, summary);
    } catch (UnreadablePart e) {
      writer.notice(e.place(), e.finding());
      summary.count(e.finding());
      summary.broken();
    }
  }

  /** The one record alone. */
  public void read(SourceRecord record, PreviewWriter writer, PreviewSummary summary) {
    Previewed previewed = record((ReadResult) record);
    writer.record(previewed);
    summary.count(previewed);
  }

  private void read(
      RecordStream records, PartFile part, PreviewWriter writer, PreviewSummary summary)
      throws UnreadablePart, IOException {
    try {
      for (var next = records.next(); next.isPresent(); next = records.next()) {
        Previewed record = record(next.get());
        writer.record(record);
        summary.count(record);
      }
    } finally {
      for (Finding finding : records.findings()) {
        writer.notice(SourceLocation.of(part.name()), finding);
        summary.count(finding);
      }
    }
  }

  private Previewed record(ReadResult reading) {
    if (reading instanceof SourceRecord record) {
      Optional<String> key = subject.format().key(record.content());
      if (key.isEmpty()) {
        return rejected(record.place(), "", RecordNotices.NO_KEY.about("", ""));
      }
      return key.get().length() <= Format.LONGEST_KEY
          ? record(record, key.get())
          : rejected(record.place(), "", RecordNotices.KEY_TOO_LONG.about("", key.get()));
    }
    BrokenRecord broken = (BrokenRecord) reading;
    return rejected(broken.place(), "", broken.finding());
  }

  private Previewed record(SourceRecord record, String key) {
    VacancyId id = VacancyId.of(subject.partner().ats(), key);
    if (subject.whole() && !seen.add(id) && subject.format().sameKey() == SameKey.FIRST) {
      return rejected(record.place(), key, RecordNotices.SAME_KEY.about("", key));
    }
    try {
      Mapped mapped = subject.format().map(record.content(), subject.values());
      Normalised made =
          normaliser.normalise(
              mapped.draft(),
              new NormalisationContext(
                  subject.partner(), id, key, now, subject.defaultPlace(), vocabulary));
      return new Previewed(
          record.place(),
          key,
          verdict(made),
          made.vacancy().map(this::published).map(VacancyJson::published),
          Stream.concat(mapped.findings().stream(), made.findings().stream())
              .filter(f -> !f.kind().once() || told.add(f))
              .toList());
    } catch (MappingFailed e) {
      String text = String.valueOf(e.getMessage());
      return rejected(record.place(), key, RecordNotices.NOT_MAPPED.about("", text));
    }
  }

  private static Verdict verdict(Normalised made) {
    if (made.removed()) {
      return Verdict.REMOVES;
    }
    if (made.keptOut()) {
      return Verdict.KEPT_OUT;
    }
    return made.vacancy().isPresent() ? Verdict.ACCEPTED : Verdict.REJECTED;
  }

  private VacancyVersion published(Vacancy vacancy) {
    return new VacancyVersion(vacancy, 1, vacancy.stateAt(now));
  }

  private static Previewed rejected(SourceLocation place, String key, Finding why) {
    return new Previewed(place, key, Verdict.REJECTED, Optional.empty(), List.of(why));
  }
}
