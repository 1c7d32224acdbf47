package norrhub.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import norrhub.board.Board;
import norrhub.board.BoardFeed;
import norrhub.board.BoardFiles;
import norrhub.board.Cursor;
import norrhub.board.document.DocumentFormat;
import norrhub.board.document.Published;
import norrhub.board.document.PublishedDocumentStore;
import norrhub.platform.DatabaseDown;
import norrhub.platform.DatabaseWatch;
import norrhub.vacancy.VacancyId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What boards read. Who may read what was decided before: {@link BoardAccess}. */
@RestController
@RequestMapping("/feeds")
class FeedController {
  private static final int MOST = 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final BoardFiles boards;
  private final BoardFeed feed;
  private final PublishedDocumentStore documents;
  private final DocumentSender sender;
  private final DatabaseWatch database;

  FeedController(
      BoardFiles boards,
      BoardFeed feed,
      PublishedDocumentStore documents,
      DocumentSender sender,
      DatabaseWatch database) {
    this.boards = boards;
    this.feed = feed;
    this.documents = documents;
    this.sender = sender;
    this.database = database;
  }

  @GetMapping("/{board:[a-z0-9-]+}.{extension:[a-z]+}")
  void document(
      @PathVariable String board,
      @PathVariable String extension,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    DocumentFormat format =
        DocumentFormat.of(board(board))
            .filter(f -> f.extension().equals(extension))
            .orElseThrow(
                () -> new ApiException(HttpStatus.NOT_FOUND, "This board has no such document"));
    Published published =
        documents
            .published(board)
            .filter(document -> document.isOf(format))
            .orElseThrow(
                () ->
                    new ApiException(
                        HttpStatus.SERVICE_UNAVAILABLE, "Not built yet: come back soon"));
    sender.send(board, published, format.mediaType(), request, response);
  }

  @GetMapping("/{board:[a-z0-9-]+}/changes")
  ObjectNode changes(
      @PathVariable String board,
      @RequestParam(defaultValue = "0") String after,
      @RequestParam(defaultValue = "500") String limit) {
    String id = board(board).id();
    Cursor cursor =
        Cursor.parse(after)
            .orElseThrow(
                () ->
                    new ApiException(
                        HttpStatus.BAD_REQUEST,
                        "after is a cursor that a document or a page gave"));
    int most = (int) number(limit, MOST, "limit is a number from 1 to " + MOST);
    if (most < 1) {
      throw new ApiException(HttpStatus.BAD_REQUEST, "limit is a number from 1 to " + MOST);
    }
    return read(() -> feed.changes(id, cursor, most))
        .orElseThrow(
            () ->
                new ApiException(
                    HttpStatus.GONE,
                    "This cursor is too old, or was never given: start over from the document"));
  }

  @GetMapping("/{board:[a-z0-9-]+}/vacancies/{id:[0-9a-f]{32}}")
  ResponseEntity<ObjectNode> vacancy(@PathVariable String board, @PathVariable String id) {
    String named = board(board).id();
    Optional<BoardFeed.Entry> entry = read(() -> feed.vacancy(named, VacancyId.parse(id)));
    return entry
        .map(e -> ResponseEntity.status(e.in() ? HttpStatus.OK : HttpStatus.GONE).body(e.json()))
        .orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "It never stood on this board"));
  }

  /** Documents lie on the disk; what is read from the database waits for it a few seconds only. */
  private <T> T read(Supplier<T> question) {
    try {
      return database.ask(PATIENCE, question);
    } catch (DatabaseDown e) {
      throw new ApiException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "The database does not answer: come back soon. The board's document is there");
    }
  }

  private Board board(String id) {
    return boards
        .find(id)
        .orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "There is no such board"));
  }

  private static long number(String text, long most, String otherwise) {
    boolean fits = text.matches("\\d{1,18}") && Long.parseLong(text) <= most;
    if (!fits) {
      throw new ApiException(HttpStatus.BAD_REQUEST, otherwise);
    }
    return Long.parseLong(text);
  }
}
