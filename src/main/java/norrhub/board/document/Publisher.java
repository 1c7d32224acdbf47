package norrhub.board.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import norrhub.board.Board;
import norrhub.board.BoardState;
import norrhub.board.CurrentPostings;
import norrhub.board.PostingLog;
import norrhub.config.Wait;
import norrhub.platform.DurableFile;
import norrhub.vacancy.VacancyVersion;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Builds a board's document when the board has moved, checks it, and only then publishes it. */
@Component
public class Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private final PostingLog log;
  private final CurrentPostings current;
  private final PublishedDocumentStore documents;
  private final TransactionTemplate transactions;
  private final BoardPace pace;
  private final Clock clock;

  Publisher(
      PostingLog log,
      CurrentPostings current,
      PublishedDocumentStore documents,
      PlatformTransactionManager transactions,
      BoardPace pace,
      Clock clock) {
    this.log = log;
    this.current = current;
    this.documents = documents;
    this.transactions = new TransactionTemplate(transactions);
    this.pace = pace;
    this.clock = clock;
  }

  /** Does nothing while the document is up to date, or younger than the board's pace. */
  public void publish(Board board, DocumentFormat format) {
    Optional<BoardState> state = log.state(board.id());
    if (state.isPresent() && isDue(board, format, state.get())) {
      transactions.executeWithoutResult(
          // The row is held meanwhile: no posting slips in, and no other hub builds the same.
          transaction ->
              log.lock(board.id())
                  .filter(locked -> isDue(board, format, locked))
                  .ifPresent(locked -> build(board, format, locked)));
    }
  }

  /**
   * Builds it now, whatever its pace is, and removes the one before: something has to be gone.
   *
   * @param follow brings the board's postings up to date while nobody else is at the board
   */
  public void rebuild(Board board, Optional<DocumentFormat> format, Runnable follow) {
    transactions.executeWithoutResult(
        transaction -> {
          log.hold(board.id());
          follow.run();
          Optional<BoardState> state = log.state(board.id());
          if (format.isPresent() && state.flatMap(BoardState::selection).isPresent()) {
            build(board, format.get(), state.get());
            documents.published(board.id()).ifPresent(now -> keepOnly(board, now));
          }
        });
  }

  private boolean isDue(Board board, DocumentFormat format, BoardState state) {
    if (state.selection().isEmpty()) {
      return false; // not one vacancy was looked at yet: an empty document would be a lie
    }
    Optional<Published> last = documents.published(board.id());
    return last.isEmpty()
        || !documents.holds(board.id(), last.get())
        || !last.get().isOf(format)
        || (isStale(last.get(), board, format, state)
            && (last.get().count() == 0 // nobody wants to wait with an empty document
                || new Wait(last.get().builtAt(), pace.of(board)).isOver(clock.instant())));
  }

  private static boolean isStale(
      Published last, Board board, DocumentFormat format, BoardState state) {
    return last.posting() != state.posted() || !last.rules().equals(rules(board, format));
  }

  private static String rules(Board board, DocumentFormat format) {
    String how = format.name() + " " + format.revision() + " " + board.name();
    return format.fingerprint().isEmpty() ? how : how + " " + format.fingerprint();
  }

  private void build(Board board, DocumentFormat format, BoardState state) {
    try {
      Files.createDirectories(documents.folder(board.id()));
      Optional<Published> before = documents.published(board.id());
      Published published = write(board, format, state);
      documents.point(board.id(), published);
      sweep(board, published, before);
      LOG.info(
          "Board {}: {} published",
          board.id(),
          published.count() == 1 ? "1 item" : published.count() + " items");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keepOnly(Board board, Published published) {
    try {
      sweep(board, published, Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Published write(Board board, DocumentFormat format, BoardState state) throws IOException {
    Path folder = documents.folder(board.id());
    Path plain = folder.resolve("building." + format.extension());
    Path gzip = folder.resolve("building." + format.extension() + ".gz");
    Instant now = clock.instant();
    DocumentHead head =
        new DocumentHead(
            board.id(), board.name(), state.postedAt(), log.count(board.id()), state.posted());

    MessageDigest sha256 = DigestUtils.getSha256Digest();
    int[] written = new int[1];
    DurableFile.write(
        plain,
        out -> {
          try (Stream<VacancyVersion> vacancies = current.on(board.id())) {
            written[0] = format.write(head, vacancies, new DigestOutputStream(out, sha256));
          }
        });
    check(format, plain, written[0]);
    DurableFile.write(gzip, out -> compress(plain, out));

    String digest = HexFormat.of().formatHex(sha256.digest());
    String name = state.posted() + "-" + digest.substring(0, 16) + "." + format.extension();
    Published published =
        new Published(
            state.posted(),
            rules(board, format),
            written[0],
            digest,
            name,
            Files.size(plain),
            Files.size(gzip),
            now);
    DurableFile.rename(plain, documents.file(board.id(), published, false));
    DurableFile.rename(gzip, documents.file(board.id(), published, true));
    return published;
  }

  private static void check(DocumentFormat format, Path document, int written) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(document))) {
      int read = format.count(in);
      if (read != written) {
        throw new IOException(
            "The document was written with %d items and reads with %d".formatted(written, read));
      }
    }
  }

  private static void compress(Path plain, OutputStream out) throws IOException {
    try (GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16)) {
      Files.copy(plain, gzip);
    }
  }

  /** Keeps the new document and the one before, for whoever is in the middle of reading it. */
  private void sweep(Board board, Published published, Optional<Published> before)
      throws IOException {
    Stream<Published> kept = Stream.concat(Stream.of(published), before.stream());
    Set<String> names =
        Set.copyOf(kept.flatMap(p -> Stream.of(p.file(), p.gzipFile())).distinct().toList());
    try (Stream<Path> files = Files.list(documents.folder(board.id()))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!names.contains(name) && !name.startsWith("published.json")) {
          Files.delete(file);
        }
      }
    }
  }
}
