package norrhub.record.mail;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Map;

/** How a format's mails are cut into vacancies and their lines are understood. */
public record MailSettings(
    @JsonPropertyDescription(
            "our name of each field, and the labels that mean it at a line's beginning, before a"
                + " colon; capitals, spaces and punctuation do not count")
        Map<String, List<String>> labels,
    @JsonPropertyDescription(
            "our names of the first lines of a vacancy, in their order, where they have no labels;"
                + " for digests. A mail without a dividing line is one vacancy and has none")
        List<String> firstLines,
    @JsonPropertyDescription(
            "lines that say nothing of the vacancy, such as Apply with resume & profile")
        List<String> noise) {

  public MailSettings {
    firstLines = List.copyOf(firstLines);
    noise = List.copyOf(noise);
  }
}
