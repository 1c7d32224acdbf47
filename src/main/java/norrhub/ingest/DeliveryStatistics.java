package norrhub.ingest;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import norrhub.delivery.Delivery;
import norrhub.delivery.Outcome;
import norrhub.delivery.Told;
import norrhub.notice.Finding;
import norrhub.notice.Notice;
import norrhub.notice.Notices;
import norrhub.notice.Severity;
import norrhub.notice.SourceLocation;
import norrhub.vacancy.VacancyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and notices of one delivery while it is applied. */
public final class DeliveryStatistics {
  private static final Logger log = LoggerFactory.getLogger(DeliveryStatistics.class);
  private static final int NOTICES_KEPT = 5_000;
  private static final int LINES_LOGGED = 100;
  private static final int TOLD_ONCE = 1_000;

  /** Odd, so that no bit is lost. */
  private static final long MIXING = 0x9E3779B97F4A7C15L;

  private final Delivery delivery;
  private final Notices notices = new Notices(NOTICES_KEPT);
  private final Set<Finding> once = new HashSet<>();
  private final Supplier<Set<Told>> before;
  private Optional<Set<Told>> toldBefore = Optional.empty();
  private Optional<Finding> unread = Optional.empty();
  private Optional<Finding> held = Optional.empty();
  private int logged;
  private long said;
  private long records;

  int received;
  int accepted;
  int rejected;
  int keptOut;
  int changed;
  int removed;
  int withdrawn;
  int heldBack;

  public DeliveryStatistics(Delivery delivery) {
    this(delivery, Set::of);
  }

  /**
   * @param before what was said of the delivery before this one: the log does not repeat it
   */
  public DeliveryStatistics(Delivery delivery, Supplier<Set<Told>> before) {
    this.delivery = delivery;
    this.before = before;
  }

  /** A finding about a record that was read: it goes into the ledger and the log. */
  void tell(SourceLocation place, String key, Finding finding) {
    tell(place, key, finding, false);
  }

  /**
   * @param isKnown whether it was found in the vacancy before, too: the log does not repeat it
   */
  void tell(SourceLocation place, String key, Finding finding, boolean isKnown) {
    Notice notice = notice(place, key, finding);
    if (add(notice, notices::add) && !isKnown && isLoud(notice) && logged < LINES_LOGGED) {
      logged++;
      log.warn("{}", notice);
    }
  }

  /** A finding about a part as a whole, outside every limit. */
  void tellOfPart(SourceLocation place, Finding finding) {
    Notice notice = notice(place, "", finding);
    if (!finding.kind().once() || once.add(finding)) {
      notices.addOfTheWhole(notice);
      say(notice);
      if (isLoud(notice)) {
        log.warn("{}", notice);
      }
    }
  }

  /** A part was not read to its end. */
  void tellUnread(SourceLocation place, Finding why) {
    unread = unread.or(() -> Optional.of(why));
    tellOfPart(place, why);
  }

  /** Vacancies are missing, and the guard keeps them. */
  void tellHeld(int howMany, Finding why) {
    heldBack += howMany;
    held = held.or(() -> Optional.of(why));
    tell(why);
  }

  /**
   * Findings that were reported at an earlier delivery and still hold: the ledger has them again.
   */
  void retell(SourceLocation place, String key, List<Finding> findings) {
    findings.forEach(finding -> add(notice(place, key, finding), notices::add));
  }

  /**
   * The same where the vacancy keeps them, and the delivery speaks for all there are: they count.
   */
  void stand(SourceLocation place, String key, List<Finding> findings) {
    findings.forEach(finding -> add(notice(place, key, finding), notices::addStanding));
  }

  /** A record of this key was read, mapped or not. */
  void read(VacancyId id, long inputHash) {
    records += (id.value().getLeastSignificantBits() ^ inputHash) * MIXING;
  }

  /** A finding about the delivery as a whole, outside every limit. */
  void tell(Finding finding) {
    tellOfPart(SourceLocation.of(delivery.name()), finding);
  }

  Outcome.Troubles troubles() {
    return new Outcome.Troubles(unread.map(Finding::english), held.map(Finding::english));
  }

  List<Notice> notices() {
    return notices.kept();
  }

  Outcome.Counts counts() {
    return new Outcome.Counts(
        received,
        accepted,
        rejected,
        keptOut,
        changed,
        withdrawn + removed,
        heldBack,
        notices.count(Severity.ERROR),
        notices.count(Severity.WARNING),
        notices.count(Severity.INFO));
  }

  String sentence() {
    return "%d received, %d accepted (%d new or changed), %d rejected,%s %d withdrawn, %d missing but kept; %d %s"
        .formatted(
            received,
            accepted,
            changed,
            rejected,
            keptOut > 0 ? " " + keptOut + " kept out," : "",
            withdrawn + removed,
            heldBack,
            notices.total(),
            notices.total() == 1 ? "notice" : "notices");
  }

  /** What became of vacancies that are missing still; empty where none are. */
  String sentenceOfAbsence() {
    return withdrawn + heldBack == 0
        ? ""
        : "; now %d withdrawn, %d missing but kept".formatted(withdrawn, heldBack);
  }

  /** False where it was reported before and once is enough. */
  private boolean add(Notice notice, Consumer<Notice> taker) {
    if (notice.finding().kind().once()
        && (once.size() >= TOLD_ONCE || !once.add(notice.finding()))) {
      return false;
    }
    taker.accept(notice);
    say(notice);
    return true;
  }

  /** A sum does not depend on the order. */
  private void say(Notice notice) {
    Told told = Told.of(notice);
    said +=
        Hashing.xxh3_64()
            .hashStream()
            .putString(told.key())
            .putString(told.code())
            .putString(told.field())
            .putString(told.value())
            .getAsLong();
  }

  /**
   * Hash of all that was found. A delivery on trial changes nothing, so whether it says something
   * new is seen from its records.
   */
  long said(boolean trial) {
    return trial ? said + records : said;
  }

  private boolean isLoud(Notice notice) {
    if (notice.finding().kind().severity() == Severity.INFO) {
      return false;
    }
    if (toldBefore.isEmpty()) {
      toldBefore = Optional.of(before.get());
    }
    return !toldBefore.get().contains(Told.of(notice));
  }

  private Notice notice(SourceLocation place, String key, Finding finding) {
    return new Notice(delivery.partner(), delivery.id(), place, key, finding);
  }
}
