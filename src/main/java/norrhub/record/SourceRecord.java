package norrhub.record;

import com.fasterxml.jackson.databind.JsonNode;
import norrhub.notice.SourceLocation;

/**
 * One vacancy as the source wrote it.
 *
 * @param content JSON; XML comes in the fixed shape {@code @attribute}, {@code #text}
 */
public record SourceRecord(SourceLocation place, JsonNode content) implements ReadResult {}
