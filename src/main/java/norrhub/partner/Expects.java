package norrhub.partner;

/**
 * What an admin knows of a feed's size; deliveries outside it withdraw nothing.
 *
 * @param atLeast a complete delivery has at least so many records
 * @param dropAtMost at most so many per cent of the open vacancies may be missing at once
 */
public record Expects(int atLeast, int dropAtMost) {
  public static final Expects DEFAULT = new Expects(1, 30);
}
