package norrhub.record;

import norrhub.config.Default;
import norrhub.config.Doc;
import norrhub.config.Matches;

/** How a format's JSON is cut into records. */
public record JsonSettings(
    @Doc("JSON pointer to the list of records, such as /items; empty when the file is the list")
        @Matches(value = "(/.+)?", wants = "a JSON pointer such as /items")
        @Default("")
        String records) {}
