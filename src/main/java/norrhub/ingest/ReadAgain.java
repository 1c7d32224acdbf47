package norrhub.ingest;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import norrhub.catalogue.Orphans;
import norrhub.delivery.DeliveryIntake;
import norrhub.delivery.Work;
import norrhub.partner.Feed;
import norrhub.partner.Mode;
import norrhub.partner.Partners;
import norrhub.partner.SpeaksFor;
import org.springframework.stereotype.Component;

/**
 * Which feeds have to be looked at again though nothing new came: their configuration is another
 * one, or vacancies have passed to them from another feed.
 */
@Component
class ReadAgain {
  private final FeedSetups setups;
  private final DeliveryIntake intake;
  private final Work work;
  private final Partners partners;
  private final Orphans orphans;
  private final Set<String> toJudge = ConcurrentHashMap.newKeySet();
  private final Set<String> toReadAgain = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean toSettle = new AtomicBoolean();

  ReadAgain(
      FeedSetups setups, DeliveryIntake intake, Work work, Partners partners, Orphans orphans) {
    this.setups = setups;
    this.intake = intake;
    this.work = work;
    this.partners = partners;
    this.orphans = orphans;
  }

  /**
   * Looks at the feeds that are still to be judged. One that has deliveries waiting or at hand is
   * judged when they are done with: they may have been begun under the old configuration. For the
   * same reason, vacancies without a feed find one while no delivery at all is at hand.
   */
  void queueWhatChanged() {
    if (toSettle.get() && work.isIdle()) {
      settle();
    }
    for (String feed : Set.copyOf(toReadAgain)) {
      if (!work.isAt(feed)) {
        intake.readAgain(Set.of(feed));
        toReadAgain.remove(feed);
        toJudge.add(feed);
      }
    }
    if (!toJudge.isEmpty()) {
      Map<String, FeedSetup> now = setups.all();
      Set<String> judged = new HashSet<>(toJudge);
      judged.removeAll(work.unfinished(judged));
      for (String feed : judged) {
        toJudge.remove(feed);
        try {
          Optional.ofNullable(now.get(feed)).ifPresent(this::applyAgain);
        } catch (RuntimeException e) {
          toJudge.add(feed);
          throw e;
        }
      }
    }
  }

  private void settle() {
    toSettle.set(false);
    try {
      Set<String> heirs = orphans.settle(partners.all());
      intake.readAgain(heirs);
      toJudge.addAll(heirs);
    } catch (RuntimeException e) {
      toSettle.set(true);
      throw e;
    }
  }

  /**
   * A feed of changes has no delivery that tells all: what it brought on trial counts, in order.
   */
  private void applyAgain(FeedSetup setup) {
    Feed feed = setup.feed();
    if (feed.speaksFor() != SpeaksFor.CHANGES) {
      intake.applyAgain(feed.id(), feed.speaksFor() == SpeaksFor.FILE, setup.fingerprint());
    } else if (feed.mode() == Mode.LIVE) {
      intake.applyInEarnest(feed.id());
    }
  }

  /** Configuration was read anew: what each feed brought last may become something else. */
  void reloaded() {
    toSettle.set(true);
    toJudge.addAll(setups.all().keySet());
  }

  /**
   * What passed to another feed is read again there, so that its content is that feed's; once more
   * where a worker is at that feed, for it may have looked before.
   */
  void passOn(Set<String> heirs) {
    heirs.stream().filter(work::isAt).forEach(toReadAgain::add);
    if (!heirs.isEmpty()) {
      intake.readAgain(heirs);
      reloaded();
    }
  }
}
