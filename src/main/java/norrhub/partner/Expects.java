package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import norrhub.config.Default;

/** What an admin knows of a feed's size; deliveries outside it withdraw nothing. */
public record Expects(
    @JsonPropertyDescription("A complete delivery has at least so many records")
        @Default("1")
        @Min(0)
        @Max(Integer.MAX_VALUE)
        int atLeast,
    @JsonPropertyDescription(
            "At most so many per cent of the open vacancies may go missing at once, and within seven days; up to"
                + " 30 vacancies a second delivery a day later decides instead")
        @Default("30")
        @Min(0)
        @Max(100)
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
