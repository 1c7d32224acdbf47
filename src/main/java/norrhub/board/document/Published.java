package norrhub.board.document;

import java.time.Instant;

/**
 * A board's published document: what {@code published.json} beside it says.
 *
 * @param posting number of the last posting that it holds
 * @param rules fingerprint of what else shapes it
 * @param count how many items it holds
 * @param sha256 of the plain bytes
 * @param file name of the plain file; the compressed one ends in {@code .gz} besides
 */
public record Published(
    long posting,
    String rules,
    int count,
    String sha256,
    String file,
    long size,
    long gzipSize,
    Instant builtAt) {

  /**
   * Whether its bytes are what the format's address promises; not so while a board changes over.
   */
  public boolean isOf(DocumentFormat format) {
    return file.endsWith("." + format.extension());
  }

  String gzipFile() {
    return file + ".gz";
  }
}
