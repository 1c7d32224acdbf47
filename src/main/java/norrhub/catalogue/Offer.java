package norrhub.catalogue;

import java.util.Optional;

/**
 * What a feed said last of a vacancy that stands under another one.
 *
 * @param inputHash of the record and the configuration
 * @param missing its last whole delivery lacked it
 * @param notices of the mapping, as the caller wrote them
 */
public record Offer(long inputHash, boolean missing, Optional<String> notices) {}
