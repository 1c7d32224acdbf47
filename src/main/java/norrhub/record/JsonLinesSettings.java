package norrhub.record;

/** JSON Lines are cut at the ends of their lines; there is nothing to set. */
public record JsonLinesSettings() {}
