package norrhub.record;

import java.nio.file.Path;

/**
 * One part of a delivery, as it lies in the archive.
 *
 * @param name what the partner called it; shown, never used as a path
 */
public record PartFile(String name, Path file) {}
