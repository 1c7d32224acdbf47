package norrhub.partner;

import norrhub.config.Default;
import norrhub.config.Doc;
import norrhub.config.Range;

/** What an admin knows of a feed's size; deliveries outside it withdraw nothing. */
public record Expects(
    @Doc("A complete delivery has at least so many records") @Default("1") @Range int atLeast,
    @Doc("At most so many per cent of the open vacancies may be missing at once")
        @Default("30")
        @Range(max = 100)
        int dropAtMost) {
  public static final Expects DEFAULT = new Expects(1, 30);
}
