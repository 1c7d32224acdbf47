package norrhub.board.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Stream;
import norrhub.board.Board;
import norrhub.board.BoardFormat;
import norrhub.vacancy.VacancyVersion;

/**
 * A format that gives a board everything it shows in one document.
 *
 * <p>It writes as it reads, so that a document of any size takes the same memory, and it can count
 * what a finished document holds: a document is published only when both numbers agree.
 */
public interface DocumentFormat extends BoardFormat {
  /** A board's document format, where it has one. */
  static Optional<DocumentFormat> of(Board board) {
    return board.format() instanceof DocumentFormat document
        ? Optional.of(document)
        : Optional.empty();
  }

  /** The file name's ending in {@code /feeds/<board>.<extension>}. */
  String extension();

  /** The Content-Type, with its character set where it has one. */
  String mediaType();

  /** Grows when the same vacancies would be written otherwise, so that documents are built anew. */
  int revision();

  /** Another one when the same vacancies would be written otherwise by the configuration. */
  default String fingerprint() {
    return "";
  }

  /**
   * Writes the whole document.
   *
   * @return how many items it wrote
   */
  int write(DocumentHead head, Stream<VacancyVersion> vacancies, OutputStream out)
      throws IOException;

  /** Parses the whole document and counts its items; throws when it is not what it should be. */
  int count(InputStream document) throws IOException;
}
