package norrhub.mapping;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.Map;
import java.util.Optional;
import norrhub.config.Matches;
import norrhub.config.Section;

/** What stands under {@code detail:} in format.yaml. */
record DetailFile(
    @JsonPropertyDescription(
            "one entry, as under reader: the kind of the answer, which holds one record")
        Map<String, Section> reader,
    @JsonPropertyDescription(
            "the member of the list's record that the answer becomes; left out, the two are united"
                + " member by member: what the answer says goes first, what it leaves out or leaves"
                + " empty the list says")
        @Matches(value = "[^/\\s]+", wants = "a member's name such as detail")
        Optional<String> as) {}
