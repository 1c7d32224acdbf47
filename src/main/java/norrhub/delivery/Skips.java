package norrhub.delivery;

import java.time.Clock;
import java.util.List;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.notice.Severity;
import norrhub.partner.Transport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a feed go on past what holds it up, at an admin's word. */
@Component
public class Skips implements RaisesNotices {
  static final NoticeKind SKIPPED =
      new NoticeKind(
          "delivery-skipped",
          Severity.WARNING,
          "[{field}] could not be received, and the hub's admin had it skipped: {value}. Send it"
              + " again if what it says still holds",
          "[{field}] gick inte att ta emot, och hubbens administratör hoppade över den: {value}."
              + " Skicka den igen om innehållet fortfarande gäller");

  private final DeliveryIntake deliveries;
  private final Blockers blockers;
  private final Clock clock;

  Skips(DeliveryIntake deliveries, Blockers blockers, Clock clock) {
    this.deliveries = deliveries;
    this.blockers = blockers;
    this.clock = clock;
  }

  /** Rejects the blocker: the feed's next poll leaves it out. */
  @Transactional
  public void skip(Blocker blocker, String partner, Transport transport, String why) {
    deliveries.refused(
        Refusal.ofBlocker(blocker, partner, transport, SKIPPED, why, clock.instant()));
    blockers.passed(blocker.feed(), blocker.item());
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(SKIPPED);
  }
}
