package norrhub.catalogue;

import norrhub.partner.Expects;

/**
 * What the guard is asked about: a delivery that was read to its end, and vacancies it lacks.
 *
 * @param proven the delivery is complete and every record in it was readable
 * @param records that the delivery held, the rejected ones too: rejected is present, not absent
 * @param offered vacancies of the feed that were open or scheduled before
 * @param absent of them: how many the delivery lacks
 * @param usual records that are to be expected after the last delivery that was plausible in full;
 *     0 where there was none yet
 * @param week how the feed's vacancies came and went in the last seven days
 */
public record Absence(
    boolean proven,
    int records,
    int offered,
    int absent,
    int usual,
    Turnover week,
    Expects expects) {
  public Absence {
    if (records < 0 || offered < 0 || absent < 0 || usual < 0) {
      throw new IllegalArgumentException(
          "Counts are never negative: %d records, %d offered, %d absent, %d usual"
              .formatted(records, offered, absent, usual));
    }
  }

  /** How many vacancies stay if all that are absent go. */
  int left() {
    return Math.max(0, offered - absent);
  }

  /** Whether the absent are more than so many per cent of those offered before. */
  boolean isMoreThan(int percent) {
    return absent * 100L > (long) offered * percent;
  }
}
