package norrhub.mapping;

import java.util.Map;
import norrhub.config.Doc;
import norrhub.config.Section;

/** format.yaml. */
record FormatFile(
    @Doc(
            "what the mapping is known from. captured: payloads that a real system sent;"
                + " documentation: only what is written about it, so details may differ")
        Evidence evidence,
    @Doc("one entry: the kind of file (xml, json, csv) and how it is cut into records")
        Map<String, Section> reader,
    @Doc("JSLT over the record that gives its key in the ATS, such as .reference") String key,
    @Doc(
            "values that only the feed knows, such as the address of its career site, each with the"
                + " one that the sample uses. A feed gives its own under values:; the mapping reads"
                + " site as $feed.site")
        Map<String, String> needs) {}
