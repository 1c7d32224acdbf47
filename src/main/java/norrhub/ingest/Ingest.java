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
import javax.sql.DataSource;
import norrhub.catalogue.Aliases;
import norrhub.catalogue.FeedCatalogue;
import norrhub.catalogue.Guard;
import norrhub.catalogue.TrustedTime;
import norrhub.delivery.Applied;
import norrhub.delivery.Archive;
import norrhub.delivery.ArchivedPart;
import norrhub.delivery.Delivery;
import norrhub.delivery.DeliveryState;
import norrhub.delivery.DetailIndex;
import norrhub.delivery.Ledger;
import norrhub.delivery.Outcome;
import norrhub.delivery.Work;
import norrhub.normalise.Normaliser;
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
  private final Setups setups;
  private final Normaliser normaliser;
  private final StoredFindings stored;
  private final Guard guard;
  private final Archive archive;
  private final Work work;
  private final ReadingTime readingTime;
  private final Partners partners;
  private final ReadAgain again;
  private final TrustedTime time;
  private final UnreadBefore unread = new UnreadBefore();

  Ingest(
      Setups setups,
      Normaliser normaliser,
      StoredFindings stored,
      Guard guard,
      Archive archive,
      Work work,
      ReadingTime readingTime,
      Partners partners,
      ReadAgain again,
      TrustedTime time) {
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
    Map<String, Setup> now = setups.all();
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

  private Outcome apply(Delivery delivery, Map<String, Setup> now, DataSource session)
      throws IOException {
    Setup setup = Objects.requireNonNull(now.get(delivery.feed()));
    var task =
        new Task(delivery, setup.partner(), setup.feed(), setup.format(), setup.fingerprint());
    var ledger = new Ledger(session);
    Optional<Applied> last = ledger.lastApplied(delivery, task.speaksForItsName());
    var tally = new Tally(delivery, () -> last.map(ledger::told).orElseGet(Set::of));
    var books = new Books(session, time, task.origin(speaking()), missedAt(delivery, last), tally);
    if (last.filter(before -> isUnreadAsBefore(before, task)).isPresent()) {
      return leaveUnread(task, last.get());
    }
    Outcome outcome =
        last.filter(before -> isSame(before, task)).isPresent()
            ? confirm(task, last.get(), books)
            : read(task, session, ledger, books);
    again.passOn(books.catalogue().heirs());
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

  private static boolean isSame(Applied before, Task task) {
    return before.complete()
        && task.delivery().incompleteBecause().isEmpty()
        && isLike(before, task);
  }

  private boolean isUnreadAsBefore(Applied before, Task task) {
    return !before.complete()
        && before.incompleteBecause().equals(task.delivery().incompleteBecause())
        && isLike(before, task)
        && unread.holds(task, before);
  }

  private static boolean isLike(Applied before, Task task) {
    return before.content().equals(task.delivery().content())
        && before.fingerprint().equals(task.fingerprint());
  }

  /** The same as before: nothing is parsed, but what was missing has been missed once more. */
  private Outcome confirm(Task task, Applied last, Books books) {
    if (task.judgesAbsence()) {
      List<VacancyId> missing = books.absences().missing();
      if (!missing.isEmpty()) {
        int offered = books.absences().offered();
        judge(missing, true, last.read().received(), offered, task, books);
      }
    }
    Tally tally = books.tally();
    return new Outcome(
        DeliveryState.UNCHANGED,
        task.fingerprint(),
        true,
        task.isTrial(),
        OptionalLong.of(last.read().number()),
        tally.troubles(),
        tally.counts(),
        tally.notices(),
        last.summary() + tally.sentenceOfAbsence());
  }

  /** It proves nothing now either, and whatever was wrong with it still is. */
  private static Outcome leaveUnread(Task task, Applied last) {
    return new Outcome(
        DeliveryState.UNCHANGED,
        task.fingerprint(),
        false,
        task.isTrial(),
        OptionalLong.of(last.read().number()),
        last.troubles(),
        Outcome.Counts.ofUnread(last.heldBack()),
        List.of(),
        last.summary());
  }

  private Outcome read(Task task, DataSource session, Ledger ledger, Books books)
      throws IOException {
    Tally tally = books.tally();
    FeedCatalogue catalogue = books.catalogue();
    int offered = ledger.offeredBefore(task.delivery(), books.absences().offered());
    List<PartFile> parts = parts(task.delivery());
    var details = new DetailJoin(task, archive, tally);
    var identities = new FeedIdentities(task, catalogue, new Aliases(session), parts);
    var batch = new RecordBatch(task, catalogue, normaliser, stored, identities, tally);
    var records =
        new Records(
            task, catalogue, identities, details, batch, new DeliveryTime(readingTime), tally);
    for (PartFile part : parts) {
      records.take(part);
    }
    records.finish();
    Optional<String> incomplete = task.delivery().incompleteBecause();
    incomplete.ifPresent(why -> tally.tell(DeliveryNotices.INCOMPLETE.about("", why)));
    boolean whole = incomplete.isEmpty() && records.readWhole();
    if (whole) {
      unread.remove(task);
    } else {
      unread.add(task);
    }
    if (task.judgesAbsence()) {
      books.withdrawals(guard).keepOut(records.keptOut(), offered, task.feed().expects());
      List<VacancyId> absent = books.absences().offeredBut(records::saw);
      judge(absent, whole, tally.received, offered, task, books);
    }
    return new Outcome(
        DeliveryState.APPLIED,
        task.fingerprint(),
        whole,
        task.isTrial(),
        OptionalLong.empty(),
        tally.troubles(),
        tally.counts(),
        tally.notices(),
        task.isTrial() ? "on trial, nothing published: " + tally.sentence() : tally.sentence());
  }

  private void judge(
      List<VacancyId> absent, boolean whole, int records, int offered, Task task, Books books) {
    if (books.withdrawals(guard).judge(absent, whole, records, offered, task.feed().expects())) {
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
