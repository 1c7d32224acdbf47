package norrhub.admin.endpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import norrhub.board.Board;
import norrhub.board.BoardFiles;
import norrhub.board.document.Boards;
import norrhub.board.document.PublishedDocumentStore;
import norrhub.board.event.EventRelay;
import norrhub.config.Fault;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Names the boards that are failing, the files that are rejected, and why no events go out. The hub
 * stays up: a failing board goes on showing what it showed last.
 */
@Component("boardsHealthIndicator")
final class BoardsHealth implements HealthIndicator {
  private final BoardFiles files;
  private final Boards boards;
  private final EventRelay events;
  private final PublishedDocumentStore shelf;

  BoardsHealth(BoardFiles files, Boards boards, EventRelay events, PublishedDocumentStore shelf) {
    this.files = files;
    this.boards = boards;
    this.events = events;
    this.shelf = shelf;
  }

  @Override
  public Health health() {
    Health.Builder health =
        Health.up()
            .withDetail("failing", troubles())
            .withDetail("rejectedFiles", rejectedFiles())
            .withDetail("published", published());
    events.trouble().ifPresent(why -> health.withDetail("events", why));
    return health.build();
  }

  /** Why a board could not be brought up to date, by board. */
  Map<String, String> troubles() {
    return boards.troubles();
  }

  /** The files with faults, by name. */
  Map<String, List<String>> rejectedFiles() {
    Map<String, List<String>> faults = new TreeMap<>();
    files
        .rejected()
        .forEach(
            (file, all) ->
                faults.put(
                    file + (files.runsOn(file) ? " (runs on as it was)" : ""),
                    all.stream().map(Fault::toString).toList()));
    return faults;
  }

  /** What each board shows. */
  Map<String, String> published() {
    Map<String, String> documents = new TreeMap<>();
    for (Board board : files.all()) {
      shelf
          .published(board.id())
          .ifPresent(
              document -> {
                String items = document.count() == 1 ? "1 item" : document.count() + " items";
                Instant built = document.builtAt().truncatedTo(ChronoUnit.SECONDS);
                documents.put(board.id(), "%s, built %s".formatted(items, built));
              });
    }
    return documents;
  }
}
