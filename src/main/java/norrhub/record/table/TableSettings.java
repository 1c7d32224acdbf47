package norrhub.record.table;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Map;

/** How a format's tables are read. Separator, quotes and character set are found out. */
public record TableSettings(
    @JsonPropertyDescription(
            "our name of each column, and the headings that mean it; capitals, spaces and"
                + " punctuation do not count")
        Map<String, List<String>> columns,
    @JsonPropertyDescription(
            "columns without which a row is not the heading and a file is not of this format")
        List<String> required,
    @JsonPropertyDescription(
            "columns that hold addresses: where a workbook's cell reads \"Apply here\", its hyperlink"
                + " is the value")
        List<String> links) {

  public TableSettings {
    links = List.copyOf(links);
  }
}
