package norrhub.partner;

import norrhub.config.Default;
import norrhub.config.Doc;
import norrhub.config.Range;

/** What an admin knows of a feed's size; deliveries outside it withdraw nothing. */
public record Expects(
    @Doc("A complete delivery has at least so many records") @Default("1") @Range int atLeast,
    @Doc(
            "At most so many per cent of the open vacancies may go missing at once, and within seven days; up to"
                + " 30 vacancies a second delivery a day later decides instead")
        @Default("30")
        @Range(max = 100)
        int dropAtMost) {
  public static final Expects DEFAULT = new Expects(1, 30);

  /**
   * Up to so many per cent may go at the first word; more, though they be tolerated, need a second
   * one. Whoever tolerates all needs none.
   */
  public int dropAtOnce() {
    return dropAtMost == 100 ? 100 : dropAtMost / 2;
  }
}
