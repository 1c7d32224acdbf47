package norrhub.record;

import com.fasterxml.jackson.databind.JsonNode;
import norrhub.notice.Place;

/**
 * One vacancy as the source wrote it.
 *
 * @param content JSON; XML comes in the fixed shape {@code @attribute}, {@code #text}
 */
public record SourceRecord(Place place, JsonNode content) implements Reading {}
