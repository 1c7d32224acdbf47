package norrhub.delivery.archive;

/**
 * A part that lies in the archive.
 *
 * @param name what the partner called it; never used as a path
 * @param sha256 of the bytes, hexadecimal: the part's place in the archive
 * @param size in bytes
 * @param check XXH3 of the bytes, read again before they are parsed: cheap enough to do always
 */
public record ArchivedPart(String name, String sha256, long size, long check) {}
