package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.Matches;

/** Paging where we say which page we want. */
public record Pages(
    @JsonPropertyDescription(
            "What we say: offset, how many records we have; page, the page's number; cursor, a token"
                + " that the page before gave")
        By by,
    @JsonPropertyDescription(
            "The query parameter that carries it, such as skip or page[number]; without it, post has"
                + " ${offset}, ${page} or ${cursor} where it goes")
        @Matches(value = PARAMETER, wants = PARAMETER_WANTS)
        Optional<String> parameter,
    @JsonPropertyDescription("The number of the first page, for by: page")
        @Default("1")
        @Min(0)
        @Max(Integer.MAX_VALUE)
        int first,
    @JsonPropertyDescription(
            "JSON pointer of the token, for by: cursor, such as /paging/next_token")
        @Matches(value = RestSource.POINTER, wants = RestSource.POINTER_WANTS)
        Optional<String> cursor,
    @JsonPropertyDescription(
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
    RestSource.check(
        (by == By.CURSOR) == cursor.isPresent(),
        "`by: cursor` and the place of the `cursor` go together");
  }

  /** What stands in a posted body where the number or token goes. */
  public String placeholder() {
    return "${" + by.name().toLowerCase(Locale.ROOT) + "}";
  }

  /** Holds it against the keys beside it. */
  void check(URI url, Optional<String> post, boolean hasList, boolean hasTotal) {
    RestSource.check(
        parameter.isPresent() || post.filter(body -> body.contains(placeholder())).isPresent(),
        "`pages` needs a `parameter`, or " + placeholder() + " somewhere in `post`");
    RestSource.check(
        by == By.CURSOR || hasList, "`pages` needs `list`, to see when a page is empty");
    RestSource.check(
        until != Until.TOTAL || hasTotal, "`until: total` needs to know where the `total` stands");
    String query = "&" + Optional.ofNullable(url.getQuery()).orElse("");
    parameter.ifPresent(
        name ->
            RestSource.check(
                !query.contains("&" + name + "="),
                "`url` has the parameter " + name + " already: take it out there"));
  }
}
