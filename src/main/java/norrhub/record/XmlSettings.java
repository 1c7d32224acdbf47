package norrhub.record;

import java.util.List;

/**
 * How a format's XML is cut into records.
 *
 * @param record the path from the root element to a record, local names without prefixes: {@code
 *     Envelope/Packet/Payload/JobPositionPosting}
 * @param lists paths below the record that may repeat; they are always arrays
 */
public record XmlSettings(String record, List<String> lists) {
  public XmlSettings {
    lists = lists == null ? List.of() : List.copyOf(lists);
  }
}
