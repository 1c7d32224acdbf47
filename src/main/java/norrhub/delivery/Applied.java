package norrhub.delivery;

/**
 * The last delivery of a feed, or of one of its file names, that was applied.
 *
 * @param fingerprint of the configuration it was applied under
 */
public record Applied(String id, String content, String fingerprint, boolean complete) {}
