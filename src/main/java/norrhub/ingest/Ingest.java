package norrhub.ingest;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import norrhub.catalogue.Aliases;
import norrhub.catalogue.CatalogueErasure;
import norrhub.catalogue.FeedCatalogue;
import norrhub.catalogue.Guard;
import norrhub.catalogue.time.TrustedTime;
import norrhub.delivery.Applied;
import norrhub.delivery.Delivery;
import norrhub.delivery.DeliveryState;
import norrhub.delivery.DetailIndex;
import norrhub.delivery.Ledger;
import norrhub.delivery.Outcome;
import norrhub.delivery.Work;
import norrhub.delivery.archive.Archive;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.delivery.archive.ErasedPart;
import norrhub.delivery.retention.DeliveryErasure;
import norrhub.normalise.Normaliser;
import norrhub.notice.SourceLocation;
import norrhub.partner.Feed;
import norrhub.partner.Mode;
import norrhub.partner.Partners;
import norrhub.record.PartFile;
import norrhub.vacancy.VacancyId;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Applies deliveries to the catalogue, oldest first within each feed. */
@Component
public class Ingest {
  private final FeedSetups setups;
  private final Normaliser normaliser;
  private final StoredFindings stored;
  private final Guard guard;
  private final Archive archive;
  private final Work work;
  private final ReadingTime readingTime;
  private final Partners partners;
  private final ReadAgain again;
  private final TrustedTime time;
  private final CatalogueErasure suppression;
  private final DeliveryErasure erasure;
  private final UnreadBefore unread = new UnreadBefore();

  Ingest(
      FeedSetups setups,
      Normaliser normaliser,
      StoredFindings stored,
      Guard guard,
      Archive archive,
      Work work,
      ReadingTime readingTime,
      Partners partners,
      ReadAgain again,
      TrustedTime time,
      CatalogueErasure suppression,
      DeliveryErasure erasure) {
    this.setups = setups;
    this.normaliser = normaliser;
    this.stored = stored;
    this.guard = guard;
    this.archive = archive;
    this.work = work;
    this.readingTime = readingTime;
    this.partners = partners;
    this.again = again;
    this.time = time;
    this.suppression = suppression;
    this.erasure = erasure;
  }

  /** Applies all that waits and that nobody else is at. */
  public void work() {
    again.queueWhatChanged();
    while (applyNext()) {
      again.queueWhatChanged();
    }
  }

  /**
   * Applies one delivery, with the configuration of the moment when its turn comes. Any number of
   * threads may do so at once.
   *
   * @return whether there was one
   */
  boolean applyNext() {
    Map<String, FeedSetup> now = setups.all();
    return work.next(now.keySet(), (delivery, session) -> apply(delivery, now, session));
  }

  /** How many feeds have a delivery whose turn has come. */
  int waiting() {
    return work.waiting(setups.all().keySet()).size();
  }

  /** Looks anew at what was applied under another configuration than today's, once the hub runs. */
  @EventListener(ApplicationReadyEvent.class)
  public void applyAgainWhatChanged() {
    again.reloaded();
    again.queueWhatChanged();
  }

  /** Configuration was read anew: what each feed brought last may become something else. */
  public void reloaded() {
    again.reloaded();
  }

  /** The configuration of each feed that can be applied, by feed. */
  public Map<String, String> fingerprints() {
    Map<String, String> fingerprints = new TreeMap<>();
    setups.all().forEach((feed, setup) -> fingerprints.put(feed, setup.fingerprint()));
    return fingerprints;
  }

  private Outcome apply(Delivery delivery, Map<String, FeedSetup> now, DataSource session)
      throws IOException {
    FeedSetup setup = Objects.requireNonNull(now.get(delivery.feed()));
    var job = new DeliveryJob(delivery, setup);
    var ledger = new Ledger(session);
    Optional<Applied> last = ledger.lastApplied(delivery, job.speaksForItsName());
    var statistics =
        new DeliveryStatistics(delivery, () -> last.map(ledger::told).orElseGet(Set::of));
    var books =
        new Books(session, time, job.origin(speaking()), missedAt(delivery, last), statistics);
    if (last.filter(before -> isUnreadAsBefore(before, job)).isPresent()) {
      return leaveUnread(job, last.get());
    }
    Outcome outcome =
        last.filter(before -> isSame(before, job)).isPresent()
            ? confirm(job, last.get(), books)
            : read(job, session, ledger, books);
    again.passOn(books.catalogue().heirs());
    erasure.eraseAgain(delivery.parts().stream().map(ArchivedPart::sha256).toList());
    return outcome;
  }

  /** The feeds that have a say: a feed on trial has none, nor one whose partner's file is gone. */
  private Set<String> speaking() {
    return partners.all().stream()
        .flatMap(partner -> partner.feeds().stream())
        .filter(feed -> feed.mode() == Mode.LIVE)
        .map(Feed::id)
        .collect(Collectors.toSet());
  }

  /**
   * When the delivery said what is missing. A clock that was wrong as it came must not make two
   * misses of one: it came no earlier than the one before, and no later than now.
   */
  private Optional<Instant> missedAt(Delivery delivery, Optional<Applied> last) {
    if (time.doubt().isPresent()) {
      return Optional.empty();
    }
    Instant now = time.now();
    Instant came = delivery.receivedAt();
    Instant before = last.map(Applied::receivedAt).orElse(came);
    Instant later = came.isBefore(before) ? before : came;
    return Optional.of(later.isAfter(now) ? now : later);
  }

  private static boolean isSame(Applied before, DeliveryJob job) {
    return before.complete() && job.delivery().incompleteBecause().isEmpty() && isLike(before, job);
  }

  private boolean isUnreadAsBefore(Applied before, DeliveryJob job) {
    return !before.complete()
        && before.incompleteBecause().equals(job.delivery().incompleteBecause())
        && isLike(before, job)
        && unread.holds(job, before);
  }

  private static boolean isLike(Applied before, DeliveryJob job) {
    return before.content().equals(job.delivery().content())
        && before.fingerprint().equals(job.fingerprint());
  }

  /** The same as before: nothing is parsed, but what was missing has been missed once more. */
  private Outcome confirm(DeliveryJob job, Applied last, Books books) {
    if (job.judgesAbsence()) {
      List<VacancyId> missing = books.absences().missing();
      if (!missing.isEmpty()) {
        int offered = books.absences().offered();
        judge(missing, true, last.read().received(), offered, job, books);
      }
    }
    DeliveryStatistics statistics = books.statistics();
    return new Outcome(
        DeliveryState.UNCHANGED,
        job.fingerprint(),
        true,
        job.isTrial(),
        OptionalLong.of(last.read().number()),
        statistics.troubles(),
        statistics.counts(),
        statistics.notices(),
        statistics.said(job.isTrial()),
        last.summary() + statistics.sentenceOfAbsence());
  }

  /** It proves nothing now either, and whatever was wrong with it still is. */
  private static Outcome leaveUnread(DeliveryJob job, Applied last) {
    return new Outcome(
        DeliveryState.UNCHANGED,
        job.fingerprint(),
        false,
        job.isTrial(),
        OptionalLong.of(last.read().number()),
        last.troubles(),
        Outcome.Counts.ofUnread(last.heldBack()),
        List.of(),
        0,
        last.summary());
  }

  private Outcome read(DeliveryJob job, DataSource session, Ledger ledger, Books books)
      throws IOException {
    DeliveryStatistics statistics = books.statistics();
    FeedCatalogue catalogue = books.catalogue();
    int offered = ledger.offeredBefore(job.delivery(), books.absences().offered());
    List<PartFile> parts;
    try {
      parts = parts(job.delivery());
    } catch (ErasedPart e) {
      statistics.tellUnread(
          SourceLocation.of(job.delivery().name()),
          DeliveryNotices.ERASED.about(job.delivery().name(), ""));
      return outcome(job, false, statistics, "erased: " + e.getMessage());
    }
    var details = new DetailJoin(job, archive, statistics);
    var identities = new FeedIdentities(job, catalogue, new Aliases(session), parts);
    var batch = new RecordBatch(job, catalogue, normaliser, stored, identities, statistics);
    var records =
        new Records(
            job,
            catalogue,
            identities,
            details,
            batch,
            new DeliveryTime(readingTime),
            suppression.suppressed(),
            statistics);
    for (PartFile part : parts) {
      records.take(part);
    }
    records.finish();
    Optional<String> incomplete = job.delivery().incompleteBecause();
    incomplete.ifPresent(why -> statistics.tell(DeliveryNotices.INCOMPLETE.about("", why)));
    boolean whole = incomplete.isEmpty() && records.readWhole();
    if (whole) {
      unread.remove(job);
    } else {
      unread.add(job);
    }
    if (job.judgesAbsence()) {
      books.withdrawals(guard).keepOut(records.keptOut(), offered, job.feed().expects());
      List<VacancyId> absent = books.absences().offeredBut(records::saw);
      judge(absent, whole, statistics.received, offered, job, books);
    }
    eraseSuppressed(job.delivery(), records);
    return outcome(
        job,
        whole,
        statistics,
        job.isTrial()
            ? "on trial, nothing published: " + statistics.sentence()
            : statistics.sentence());
  }

  private static Outcome outcome(
      DeliveryJob job, boolean whole, DeliveryStatistics statistics, String sentence) {
    return new Outcome(
        DeliveryState.APPLIED,
        job.fingerprint(),
        whole,
        job.isTrial(),
        OptionalLong.empty(),
        statistics.troubles(),
        statistics.counts(),
        statistics.notices(),
        statistics.said(job.isTrial()),
        sentence);
  }

  /** What was erased came again, and is applied as far as it is taken in: its bytes go again. */
  private void eraseSuppressed(Delivery delivery, Records records) throws IOException {
    if (records.metSuppressed()) {
      erasure.eraseParts(
          Stream.concat(delivery.parts().stream(), records.suppressedAnswers().stream())
              .filter(part -> !DetailIndex.isIndex(delivery, part))
              .map(ArchivedPart::sha256)
              .distinct()
              .toList(),
          "holds a record of a suppressed vacancy");
    }
  }

  private void judge(
      List<VacancyId> absent,
      boolean whole,
      int records,
      int offered,
      DeliveryJob job,
      Books books) {
    if (books.withdrawals(guard).judge(absent, whole, records, offered, job.feed().expects())) {
      books.history().confirm(records);
    }
  }

  private List<PartFile> parts(Delivery delivery) throws IOException {
    List<PartFile> parts = new ArrayList<>();
    for (ArchivedPart part : delivery.parts()) {
      if (!DetailIndex.isIndex(delivery, part)) {
        parts.add(new PartFile(part.name(), archive.file(part)));
      }
    }
    return parts;
  }
}
