package norrhub.mapping;

import java.util.Map;
import norrhub.config.Doc;
import norrhub.config.Section;

/** format.yaml. */
record FormatFile(
    @Doc("one entry: the kind of file (xml, json, csv) and how it is cut into records")
        Map<String, Section> reader,
    @Doc("JSLT over the record that gives its key in the ATS, such as .reference") String key) {}
