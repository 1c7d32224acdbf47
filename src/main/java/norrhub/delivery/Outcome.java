package norrhub.delivery;

import java.util.List;
import norrhub.notice.Notice;

/**
 * What became of a delivery that was applied.
 *
 * @param complete it proves the absence of what it does not hold
 * @param trial nothing of it reached the catalogue
 * @param counts of records and vacancies
 * @param notices the first of them; {@code counts} has all
 * @param sentence for people
 */
public record Outcome(
    DeliveryState state,
    String fingerprint,
    boolean complete,
    boolean trial,
    Counts counts,
    List<Notice> notices,
    String sentence) {
  public Outcome {
    notices = List.copyOf(notices);
  }

  /**
   * @param received records found
   * @param accepted of them: in the catalogue, changed or not
   * @param rejected of them: not
   * @param keptOut of them: not, for they are not meant for everybody
   * @param changed accepted ones that were new or different
   * @param withdrawn vacancies, by absence or removal
   * @param heldBack vacancies that are absent but stay
   */
  public record Counts(
      int received,
      int accepted,
      int rejected,
      int keptOut,
      int changed,
      int withdrawn,
      int heldBack,
      int errors,
      int warnings,
      int infos) {}
}
