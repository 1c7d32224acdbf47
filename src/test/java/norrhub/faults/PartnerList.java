package norrhub.faults;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One list of vacancies that its partner keeps changing, and the model: what the hub has to show
 * once it has applied everything in the order sent.
 */
final class PartnerList {
  /** So few of a large list go by absence that every guard believes it. */
  private static final int MOST_ABSENT = 12;

  /** Guards treat smaller lists in another way. */
  private static final int LEAST_OF_LARGE = 35;

  private static final int LEAST_OPEN = 6;

  private final String feed;
  private final String scope;
  private final String name;
  private final boolean absenceTells;
  private final Map<Integer, Ad> ads = new TreeMap<>();
  private final Map<String, Integer> withdrawals = new TreeMap<>();
  private int absent;

  /**
   * @param absenceTells whether vacancies may go by not being in the list any more
   */
  PartnerList(String feed, String scope, String name, boolean absenceTells) {
    this.feed = feed;
    this.scope = scope;
    this.name = name;
    this.absenceTells = absenceTells;
  }

  /** The first version of the list. */
  List<Ad> begin(int size) {
    for (int n = 0; n < size; n++) {
      add();
    }
    return List.copyOf(ads.values());
  }

  /** Lives on for a while; returns what has changed, each vacancy once. */
  List<Ad> change(Random random) {
    Map<Integer, Ad> changed = new TreeMap<>();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      any(random, changed, Ad::isOpen).ifPresent(ad -> keep(changed, ad.revised()));
    }
    if (random.nextInt(3) == 0) {
      keep(changed, add());
    }
    if (random.nextInt(3) == 0 && open() > LEAST_OPEN) {
      any(random, changed, Ad::isOpen)
          .ifPresent(ad -> keep(changed, goes(ad, Ad.Standing.REMOVED)));
    }
    if (random.nextInt(4) == 0) {
      any(random, changed, ad -> ad.standing() == Ad.Standing.REMOVED)
          .ifPresent(ad -> keep(changed, ad.revised()));
    }
    if (absenceTells && absent < MOST_ABSENT && random.nextBoolean() && open() > LEAST_OF_LARGE) {
      absent++;
      any(random, changed, ad -> ad.isOpen() && withdrawals(ad) == 0)
          .ifPresent(ad -> keep(changed, goes(ad, Ad.Standing.ABSENT)));
    }
    return List.copyOf(changed.values());
  }

  /** All that the list holds now, the removed ones with their mark. */
  List<Ad> whole() {
    return ads.values().stream().filter(ad -> ad.standing() != Ad.Standing.ABSENT).toList();
  }

  /** The model: every vacancy that ever was in the list, as it stands. */
  Collection<Ad> model() {
    return List.copyOf(ads.values());
  }

  /** How often a vacancy went, by word or by absence. */
  int withdrawals(Ad ad) {
    return withdrawals.getOrDefault(ad.key(), 0);
  }

  private Ad add() {
    Ad ad = new Ad(feed, scope, name, ads.size() + 1, 1, Ad.Standing.OPEN);
    ads.put(ad.number(), ad);
    return ad;
  }

  private void keep(Map<Integer, Ad> changed, Ad ad) {
    ads.put(ad.number(), ad);
    changed.put(ad.number(), ad);
  }

  private Ad goes(Ad ad, Ad.Standing how) {
    withdrawals.merge(ad.key(), 1, Integer::sum);
    return ad.now(how);
  }

  private long open() {
    return ads.values().stream().filter(Ad::isOpen).count();
  }

  private Optional<Ad> any(Random random, Map<Integer, Ad> changed, Predicate<Ad> suits) {
    List<Ad> found =
        ads.values().stream()
            .filter(suits)
            .filter(ad -> !changed.containsKey(ad.number()))
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(found.get(random.nextInt(found.size())));
  }
}
