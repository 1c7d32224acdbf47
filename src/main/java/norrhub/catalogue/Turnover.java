package norrhub.catalogue;

/**
 * How the vacancies of a feed came and went over some days.
 *
 * @param offered open or scheduled now
 * @param absent gone since because a delivery lacked them, and not back
 * @param ended gone since for another reason, and not back: their deadline passed, or their partner
 *     said so of each of them
 */
public record Turnover(int offered, int absent, int ended) {
  public Turnover {
    if (offered < 0 || absent < 0 || ended < 0) {
      throw new IllegalArgumentException(
          "Counts are never negative: %d offered, %d absent, %d ended"
              .formatted(offered, absent, ended));
    }
  }

  /** Those that were offered at the beginning, and those that were opened since. */
  int all() {
    return offered + absent + ended;
  }

  /** Whether, with so many more, those gone by absence are more than so many per cent of all. */
  boolean exceeds(int more, int percent) {
    return (absent + (long) more) * 100 > (long) all() * percent;
  }
}
