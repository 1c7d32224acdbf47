package norrhub.partner;

import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.Doc;
import norrhub.config.Matches;
import norrhub.config.Range;

/** Paging where we say which page we want. */
public record Pages(
    @Doc(
            "What we say: offset, how many records we have; page, the page's number; cursor, a token"
                + " that the page before gave")
        By by,
    @Doc(
            "The query parameter that carries it, such as skip or page[number]; without it, post has"
                + " ${offset}, ${page} or ${cursor} where it goes")
        @Matches(value = PARAMETER, wants = PARAMETER_WANTS)
        Optional<String> parameter,
    @Doc("The number of the first page, for by: page") @Default("1") @Range int first,
    @Doc("JSON pointer of the token, for by: cursor, such as /paging/next_token")
        @Matches(value = RestSource.POINTER, wants = RestSource.POINTER_WANTS)
        Optional<String> cursor,
    @Doc(
            "When to stop. empty: at an empty page, never at a short one; total: as soon as so many"
                + " came as total declares")
        @Default("empty")
        Until until) {

  /** What is counted. */
  public enum By {
    OFFSET,
    PAGE,
    CURSOR
  }

  /** What ends the paging. */
  public enum Until {
    EMPTY,
    TOTAL
  }

  static final String PARAMETER = "[^\\s&=?#]+";
  static final String PARAMETER_WANTS = "a parameter's name such as offset";

  public Pages {
    if ((by == By.CURSOR) != cursor.isPresent()) {
      throw new IllegalArgumentException("`by: cursor` and the place of the `cursor` go together");
    }
  }
}
