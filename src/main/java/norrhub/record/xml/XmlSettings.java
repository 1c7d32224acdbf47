package norrhub.record.xml;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import norrhub.config.Matches;

/** How a format's XML is cut into records. Names are local names, without prefixes. */
public record XmlSettings(
    @JsonPropertyDescription(
            "path from the root element to a record: Envelope/Packet/Payload/JobPositionPosting;"
                + " the root alone when a file is one record")
        @Matches(value = "[^/]+(/[^/]+)*", wants = "a path such as Jobs/Job")
        String record,
    @JsonPropertyDescription(
            "paths below the record that may occur more than once; they are always arrays")
        @Matches(value = "[^/]+(/[^/]+)*", wants = "a path such as Locations/Location")
        List<String> lists,
    @JsonPropertyDescription(
            "other paths from the root to a record, where files of the format differ in it")
        @Matches(value = "[^/]+(/[^/]+)*", wants = "a path such as Jobs/Job")
        List<String> elsewhere) {}
