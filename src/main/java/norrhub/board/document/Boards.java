package norrhub.board.document;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import norrhub.board.Board;
import norrhub.board.BoardFiles;
import norrhub.board.PostingUpdater;
import norrhub.config.Wait;
import norrhub.platform.DatabaseTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps all boards up to date; one board's trouble is no other board's. */
@Component
public class Boards {
  private static final Logger LOG = LoggerFactory.getLogger(Boards.class);
  private static final Duration REST_AFTER_TROUBLE = Duration.ofSeconds(30);

  private final BoardFiles files;
  private final PostingUpdater updater;
  private final Publisher publisher;
  private final Clock clock;
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

  Boards(BoardFiles files, PostingUpdater updater, Publisher publisher, Clock clock) {
    this.files = files;
    this.updater = updater;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** Posts what is new and builds the documents that are due. Called on a timer. */
  public void publish() {
    List<Board> all = files.all();
    troubles.keySet().retainAll(all.stream().map(Board::id).collect(Collectors.toSet()));
    all.stream().filter(this::isRested).forEach(this::publish);
  }

  /**
   * Posts what is new to all boards and rebuilds all documents now: something has to be gone from
   * them.
   *
   * @return the boards whose documents were built
   */
  public List<String> rebuild() {
    List<String> built = new ArrayList<>();
    for (Board board : files.all()) {
      Optional<DocumentFormat> format = DocumentFormat.of(board);
      publisher.rebuild(board, format, () -> updater.follow(board));
      format.ifPresent(it -> built.add(board.id()));
    }
    return built;
  }

  /** What went wrong last, by board; a board that is well is not in it. */
  public Map<String, String> troubles() {
    Map<String, String> texts = new TreeMap<>();
    troubles.forEach((board, trouble) -> texts.put(board, trouble.text()));
    return texts;
  }

  private boolean isRested(Board board) {
    Trouble last = troubles.get(board.id());
    return last == null || new Wait(last.at(), REST_AFTER_TROUBLE).isOver(clock.instant());
  }

  private void publish(Board board) {
    try {
      updater.follow(board);
      DocumentFormat.of(board).ifPresent(format -> publisher.publish(board, format));
      if (troubles.remove(board.id()) != null) {
        LOG.info("Board {} is up to date again", board.id());
      }
    } catch (Exception e) {
      if (DatabaseTrouble.in(e)) {
        throw e; // no trouble of this board
      }
      // Here the board's stage ends: what it published last stays, the other boards go on.
      fail(board, e);
    }
  }

  /** Says each reason once, with all that led to it: nobody has to look a second time. */
  private void fail(Board board, Exception failure) {
    Trouble now = new Trouble(clock.instant(), String.valueOf(failure.getMessage()));
    Trouble before = troubles.put(board.id(), now);
    if (before == null || !before.isLike(now)) {
      LOG.error(
          "Board {} stays as it was last published and is tried again every {} s: {}",
          board.id(),
          REST_AFTER_TROUBLE.toSeconds(),
          now.text(),
          failure);
    }
  }

  private record Trouble(Instant at, String text) {
    /** Numbers, such as of bytes, differ from one try to the next. */
    boolean isLike(Trouble other) {
      return text.replaceAll("\\d+", "0").equals(other.text.replaceAll("\\d+", "0"));
    }
  }
}
