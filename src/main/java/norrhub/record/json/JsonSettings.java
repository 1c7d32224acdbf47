package norrhub.record.json;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.Matches;

/** How a format's JSON is cut into records. */
public record JsonSettings(
    @JsonPropertyDescription(
            "JSON pointer to the list of records, such as /items; empty when the file is the list")
        @Matches(value = "(/.+)?", wants = "a JSON pointer such as /items")
        @Default("")
        String records,
    @JsonPropertyDescription(
            "other places where files of the format have the list: that of search answers, say")
        @Matches(value = "(/.+)?", wants = "a JSON pointer such as /items")
        List<String> elsewhere,
    @JsonPropertyDescription(
            "where a file may also be one record without a list: JSON pointer to what only such a"
                + " file has, such as /id")
        @Matches(value = "/.+", wants = "a JSON pointer such as /id")
        Optional<String> single) {

  public JsonSettings {
    elsewhere = List.copyOf(elsewhere);
  }
}
