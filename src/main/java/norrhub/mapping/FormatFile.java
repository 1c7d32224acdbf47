package norrhub.mapping;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.Matches;
import norrhub.config.Section;

/** format.yaml. */
record FormatFile(
    @JsonPropertyDescription(
            "what the mapping is known from. captured: payloads that a real system sent;"
                + " documentation: only what is written about it, so details may differ")
        Evidence evidence,
    @JsonPropertyDescription("one entry: the kind of file, and how it is cut into records")
        Map<String, Section> reader,
    @JsonPropertyDescription(
            "how the answer is read that a feed gets for one vacancy of a list; a feed asks for it"
                + " by details: under rest:")
        Optional<DetailFile> detail,
    @JsonPropertyDescription(
            "JSLT over the record that gives its key in the ATS, such as .reference")
        String key,
    @JsonPropertyDescription(
            "what records of one delivery are that share a key. first: a mistake, the first stands;"
                + " merge: one vacancy, the first stands and the places of all are united")
        @Default("first")
        SameKey sameKey,
    @JsonPropertyDescription(
            "keys by which other channels of the ATS know the same vacancy, each under the name of its"
                + " namespace: JSLT as in key. A record whose key is new takes the id of the"
                + " vacancy that one of them names. The name key means: the key of the other channel")
        Map<String, String> otherKeys,
    @JsonPropertyDescription(
            "values that only the feed knows, such as the address of its career site, each with the"
                + " one that the sample uses. A feed gives its own under values:; the mapping reads"
                + " site as $feed.site")
        Map<String, String> needs,
    @JsonPropertyDescription(
            "repairs of what the source writes wrongly, by name, in the order in which they work")
        List<String> repairs,
    @JsonPropertyDescription(
            "texts that mean nothing is here, such as 1753-01-01T00:00:00 or [[*]]; * stands for"
                + " any text")
        List<String> absent,
    @JsonPropertyDescription("the same for one field only: path and texts")
        Map<String, List<String>> absentAt,
    @JsonPropertyDescription(
            "how often the text of a field is escaped as HTML beyond what the file asks for: path"
                + " and number; undone exactly so often")
        Map<String, Integer> escaped,
    @JsonPropertyDescription(
            "source fields that are of no use, with all below them: paths such as Meta/Tracking, *"
                + " for any one step. A field that is neither here nor in a sample is reported")
        @Matches(value = "[^/]+(/[^/]+)*", wants = "a path such as Meta/Tracking")
        List<String> ignore) {}
