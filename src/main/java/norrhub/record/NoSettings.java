package norrhub.record;

/** Of a kind of file that is cut into records in one way only. */
public record NoSettings() {}
