package norrhub.ingest;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.TreeMap;
import norrhub.mapping.Format;
import norrhub.partner.Feed;
import norrhub.partner.Partner;

/** Names the configuration that makes vacancies of a feed's records. */
final class Fingerprint {
  private Fingerprint() {}

  /**
   * @param rules fingerprint of the rules and the vocabulary
   * @param accepted the aliases of the partner's ATS that an admin has accepted
   */
  static String of(Partner partner, Feed feed, Format format, String rules, String accepted) {
    HashStream64 hash = Hashing.xxh3_64().hashStream();
    hash.putString(partner.id());
    hash.putString(partner.name());
    hash.putString(partner.timeZone().getId());
    hash.putString(partner.language());
    hash.putString(partner.ats());
    hash.putString(accepted);
    hash.putString(feed.mode().name());
    hash.putString(format.fingerprint());
    hash.putString(rules);
    new TreeMap<>(feed.values()).forEach((name, value) -> hash.putString(name).putString(value));
    feed.defaultPlace().ifPresent(place -> hash.putString("defaultPlace").putString(place));
    return "%016x".formatted(hash.getAsLong());
  }
}
