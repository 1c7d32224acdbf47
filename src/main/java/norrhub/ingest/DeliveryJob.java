package norrhub.ingest;

import java.util.Set;
import norrhub.catalogue.Origin;
import norrhub.delivery.Delivery;
import norrhub.mapping.Format;
import norrhub.partner.Feed;
import norrhub.partner.Mode;
import norrhub.partner.Partner;
import norrhub.partner.SpeaksFor;
import norrhub.vocabulary.Vocabulary;

/**
 * A delivery with all that says how it is to be applied.
 *
 * @param fingerprint of everything that makes a vacancy of a record
 */
public record DeliveryJob(
    Delivery delivery,
    Partner partner,
    Feed feed,
    Format format,
    Vocabulary vocabulary,
    String fingerprint) {

  public DeliveryJob(Delivery delivery, FeedSetup setup) {
    this(
        delivery,
        setup.partner(),
        setup.feed(),
        setup.format(),
        setup.vocabulary(),
        setup.fingerprint());
  }

  /** Whether the delivery says something of vacancies it does not hold. */
  boolean provesAbsence() {
    return feed.speaksFor() != SpeaksFor.CHANGES;
  }

  /** Whether nothing that the delivery says reaches the catalogue. */
  boolean isTrial() {
    return feed.mode() == Mode.TRIAL;
  }

  /** Whether vacancies that it does not hold may be withdrawn for that. */
  boolean judgesAbsence() {
    return provesAbsence() && !isTrial();
  }

  boolean speaksForItsName() {
    return feed.speaksFor() == SpeaksFor.FILE;
  }

  /**
   * @param speaking the feeds that are configured and live
   */
  Origin origin(Set<String> speaking) {
    return new Origin(partner.id(), feed.id(), scope(), delivery.id(), speaking);
  }

  /** The file's name where the delivery speaks for that, else empty. */
  String scope() {
    return speaksForItsName() ? delivery.name() : "";
  }
}
