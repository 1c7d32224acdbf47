package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.net.URI;
import java.time.Duration;
import norrhub.config.Default;
import norrhub.config.Matches;

/** A second request for each vacancy of a list, for what the list leaves out. */
public record DetailRequests(
    @JsonPropertyDescription(
            "Path and query of the request, on the server of url. {id} stands for the field id of"
                + " the list's record, {a/b} for a field in a field, {@id} for an attribute of XML;"
                + " {+path} lets a value be several steps of a path")
        @Matches(
            value = "/[^/#\\s][^#\\s]*",
            wants = "a path with a field's name in it, such as /v1/jobs/{id}",
            example = "/v1/jobs/{id}")
        String address,
    @JsonPropertyDescription(
            "An answer is asked for again when the list's record has changed, and after about so"
                + " long though it has not")
        @Default("1d")
        @Matches(value = "[1-9]\\d*(s|m|h|d)", wants = "a time of at least 1s: write 12h or 1d")
        Duration again) {
  /** A field's name within the address; the first group is a plus or nothing. */
  public static final String FIELD = "\\{(\\+?)([^{}+]+)\\}";

  public DetailRequests {
    String filled = address.replaceAll(FIELD, "x");
    if (filled.equals(address) || filled.contains("{") || filled.contains("}")) {
      throw new IllegalArgumentException(
          "`address` needs a field of the list's record in braces, such as /v1/jobs/{id}");
    }
    URI.create(filled);
  }
}
