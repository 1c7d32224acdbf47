package norrhub.record;

import norrhub.notice.Finding;
import norrhub.notice.SourceLocation;

/**
 * A record that could not be read though the part goes on after it. Its key is unknown, so nothing
 * may be withdrawn on the strength of the delivery it stands in.
 */
public record BrokenRecord(SourceLocation place, Finding finding) implements ReadResult {}
