package norrhub.catalogue;

import java.util.List;
import norrhub.partner.Expects;

/**
 * What the guard is asked about: a delivery that was read to its end, and vacancies it lacks.
 *
 * @param proven the delivery is complete and every record in it was readable
 * @param records that the delivery held, the rejected ones too: rejected is present, not absent
 * @param offered vacancies of the feed that were open or scheduled before
 * @param absent of them: how many the delivery lacks
 * @param lastSizes records of the last complete deliveries, newest first
 */
public record Absence(
    boolean proven,
    int records,
    int offered,
    int absent,
    List<Integer> lastSizes,
    Expects expects) {
  public Absence {
    lastSizes = List.copyOf(lastSizes);
  }
}
