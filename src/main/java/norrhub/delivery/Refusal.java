package norrhub.delivery;

import java.time.Instant;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.partner.Transport;

/**
 * Something a source sent that is not applied, and why.
 *
 * @param transport of a thing that the source may still hold; {@code NONE} where that does not
 *     matter
 * @param identity what the source calls it, or what tells it from other refusals
 * @param lost whether vacancies may have been in it: a changes feed misses them
 */
public record Refusal(
    String feed,
    String partner,
    Transport transport,
    String name,
    String identity,
    Finding why,
    boolean lost,
    Instant at) {
  private static final String REJECTED = "|rejected";

  /** Of what is no delivery, such as a mail of a stranger. */
  static Refusal noDelivery(String feed, String partner, String name, Finding why, Instant at) {
    return new Refusal(feed, partner, Transport.NONE, name, identity(name, why), why, false, at);
  }

  /** Of a delivery that could not be received. */
  public static Refusal lost(String feed, String partner, String name, Finding why, Instant at) {
    return new Refusal(feed, partner, Transport.NONE, name, identity(name, why), why, true, at);
  }

  /**
   * Of what held its feed up, and lies there still: it is not received as long as the source calls
   * it so.
   */
  public static Refusal ofBlocker(
      Blocker blocker,
      String partner,
      Transport transport,
      NoticeKind why,
      String value,
      Instant at) {
    return new Refusal(
        blocker.feed(),
        partner,
        transport,
        blocker.name(),
        rejected(blocker.identity()),
        why.about(blocker.name(), value),
        true,
        at);
  }

  static String rejected(String identity) {
    return identity + REJECTED;
  }

  private static String identity(String name, Finding why) {
    return "refused " + why.kind().code() + ' ' + name + ' ' + why.value();
  }
}
