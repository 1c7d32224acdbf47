package norrhub.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept that nobody needs any more. What is still needed stays, however old.
 *
 * @param archive bytes of deliveries; those of a feed's newest delivery and of details in use stay
 * @param deliveries rows of the ledger, and what was asked for details
 * @param notices what was found about deliveries; that of a feed's newest delivery stays
 * @param changes entries of the change log that a later one has overtaken, and the versions of
 *     vacancies that neither it nor a posting shows
 * @param postings entries of posting logs that a later one has overtaken, and tombstones: an older
 *     cursor is answered with HTTP 410
 * @param vacancies vacancies that have ended and that no board shows or remembers
 * @param events events that no consumer has taken, and those that none could read
 */
@ConfigurationProperties("norrhub.retention")
public record RetentionSettings(
    @DefaultValue("90d") Duration archive,
    @DefaultValue("365d") Duration deliveries,
    @DefaultValue("90d") Duration notices,
    @DefaultValue("90d") Duration changes,
    @DefaultValue("90d") Duration postings,
    @DefaultValue("730d") Duration vacancies,
    @DefaultValue("90d") Duration events) {
  /** The guard looks back a week at what changed. */
  private static final Duration LEAST = Duration.ofDays(14);

  public RetentionSettings {
    Map<String, Duration> all = new LinkedHashMap<>();
    all.put("archive", archive);
    all.put("deliveries", deliveries);
    all.put("notices", notices);
    all.put("changes", changes);
    all.put("postings", postings);
    all.put("vacancies", vacancies);
    all.put("events", events);
    all.forEach(RetentionSettings::check);
    order("archive", archive, "deliveries", deliveries);
    order("notices", notices, "deliveries", deliveries);
    order("postings", postings, "vacancies", vacancies);
    order("changes", changes, "vacancies", vacancies);
  }

  private static void check(String name, Duration value) {
    if (value.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "norrhub.retention.%s (%s) must be at least %dd"
              .formatted(name, shown(value), LEAST.toDays()));
    }
  }

  private static void order(String shorter, Duration value, String longer, Duration most) {
    if (value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "norrhub.retention.%s (%s) must not be longer than norrhub.retention.%s (%s)"
              .formatted(shorter, shown(value), longer, shown(most)));
    }
  }

  private static String shown(Duration value) {
    return value.toHours() % 24 == 0 ? value.toDays() + "d" : value.toString();
  }

  /** What is from before then may go. */
  public static Instant before(Duration kept, Instant now) {
    return now.minus(kept);
  }
}
