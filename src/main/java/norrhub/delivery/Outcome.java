package norrhub.delivery;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import norrhub.notice.Notice;

/**
 * What became of a delivery that was applied.
 *
 * @param complete it proves the absence of what it does not hold
 * @param trial nothing of it reached the catalogue
 * @param sameAs number of the delivery that was read, where this one is the same
 * @param troubles what somebody has to look into
 * @param counts of records and vacancies
 * @param notices the first of them; {@code counts} has all
 * @param said hash of all that was found, whatever its order; on trial, of the records too
 * @param sentence for people
 */
public record Outcome(
    DeliveryState state,
    String fingerprint,
    boolean complete,
    boolean trial,
    OptionalLong sameAs,
    Troubles troubles,
    Counts counts,
    List<Notice> notices,
    long said,
    String sentence) {
  public Outcome {
    notices = List.copyOf(notices);
  }

  /**
   * Facts about the delivery as a whole, each with its reason. They are columns of the ledger: how
   * many notices there are, and which are kept, changes nothing about them.
   *
   * @param unread why a part was not read to its end
   * @param held why the guard keeps vacancies that are missing
   */
  public record Troubles(Optional<String> unread, Optional<String> held) {
    public static final Troubles NONE = new Troubles(Optional.empty(), Optional.empty());

    boolean any() {
      return unread.isPresent() || held.isPresent();
    }
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
      int infos) {

    /** Of a delivery that was not read, because it is one that was. */
    public static Counts ofUnread(int heldBack) {
      return new Counts(0, 0, 0, 0, 0, 0, heldBack, 0, 0, 0);
    }
  }
}
