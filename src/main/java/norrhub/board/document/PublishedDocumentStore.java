package norrhub.board.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.board.Board;
import norrhub.board.PostingReader;
import norrhub.platform.DurableFile;
import norrhub.platform.HubDirectories;
import org.springframework.stereotype.Component;

/**
 * The published documents, a folder for each board. The one small file {@code published.json} says
 * which document is the current one, so that plain and compressed bytes and both ETags change
 * together; the document before stays until the next one, for those who are reading it.
 */
@Component
public class PublishedDocumentStore implements PostingReader {
  private static final String POINTER = "published.json";
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final Path boards;
  private final Map<String, Entry> known = new ConcurrentHashMap<>();

  PublishedDocumentStore(HubDirectories home) {
    this.boards = home.data().resolve("boards").toAbsolutePath();
  }

  /** The board's last good document. */
  public Optional<Published> published(String board) {
    try {
      FileTime written = Files.getLastModifiedTime(pointer(board));
      Entry entry = known.get(board);
      if (entry == null || !entry.written().equals(written)) {
        entry = new Entry(written, JSON.readValue(pointer(board).toFile(), Published.class));
        known.put(board, entry);
      }
      return Optional.of(entry.published());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cursor in the published document is a consumer's, however old the document is. */
  @Override
  public OptionalLong readThrough(Board board) {
    return DocumentFormat.of(board).isPresent()
        ? OptionalLong.of(published(board.id()).map(Published::posting).orElse(0L))
        : OptionalLong.empty();
  }

  /** The document's bytes, plain or compressed. */
  public Path file(String board, Published published, boolean gzip) {
    return folder(board).resolve(gzip ? published.gzipFile() : published.file());
  }

  Path folder(String board) {
    return boards.resolve(board);
  }

  boolean holds(String board, Published published) {
    return Files.exists(file(board, published, false))
        && Files.exists(file(board, published, true));
  }

  /** From here on this is the board's document. */
  void point(String board, Published published) throws IOException {
    Path draft = folder(board).resolve(POINTER + ".new");
    DurableFile.write(draft, out -> JSON.writeValue(out, published));
    DurableFile.rename(draft, pointer(board));
    known.remove(board);
  }

  private Path pointer(String board) {
    return folder(board).resolve(POINTER);
  }

  private record Entry(FileTime written, Published published) {}
}
