package norrhub.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.catalogue.VacancyJson;
import norrhub.vacancy.VacancyId;
import norrhub.vacancy.VacancyVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a board's consumers read beside the document: changes and single vacancies.
 *
 * <p>A document and the changes behind its cursor give the next document, for every board. A
 * vacancy that moved several times is reported once, as it stands now; withdrawals are reported as
 * long as tombstones are kept.
 */
@Component
public class BoardFeed {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final PostingLog log;
  private final CurrentPostings current;

  BoardFeed(PostingLog log, CurrentPostings current) {
    this.log = log;
    this.current = current;
  }

  /**
   * The moves behind a cursor, oldest first.
   *
   * @return empty where the consumer starts over from the document: the board never gave such a
   *     cursor, as after the database was restored from a backup, or the cursor is older than the
   *     tombstones that are kept
   */
  @Transactional(readOnly = true)
  public Optional<ObjectNode> changes(String board, Cursor after, int limit) {
    BoardState state = log.state(board).orElse(BoardState.NEW);
    if (after.number() > state.posted() || after.isTooOld(state.prunedThrough())) {
      return Optional.empty();
    }
    List<Posting> postings = log.currentAfter(board, after.number(), limit);
    boolean more = postings.size() == limit;
    Cursor cursor =
        more
            ? after.next(postings.get(limit - 1).number(), state)
            : Cursor.at(Math.max(state.posted(), after.number()));
    ObjectNode page = JSON.objectNode();
    page.put("board", board);
    page.put("cursor", cursor.toString());
    page.put("more", more);
    ArrayNode changes = page.putArray("changes");
    Map<Posting, VacancyVersion> shown = current.shown(postings);
    for (Posting posting : postings) {
      VacancyVersion version = shown.get(posting);
      changes.add(version == null ? tombstone(posting) : VacancyJson.published(version));
    }
    return Optional.of(page);
  }

  /** The vacancy as the board shows it, or its tombstone; empty if it never stood there. */
  @Transactional(readOnly = true)
  public Optional<Entry> vacancy(String board, VacancyId id) {
    return log.current(board, id)
        .map(
            posting ->
                current.shown(List.of(posting)).values().stream()
                    .findFirst()
                    .map(version -> new Entry(true, VacancyJson.published(version)))
                    .orElseGet(() -> new Entry(false, tombstone(posting))));
  }

  public static ObjectNode tombstone(Posting posting) {
    return JSON.objectNode()
        .put("id", posting.vacancy().toString())
        .put("version", posting.version())
        .put("removed", true)
        .put("removedAt", posting.at().toString())
        .put("reason", posting.reason());
  }

  /**
   * One vacancy's place on a board.
   *
   * @param in whether it stands there now; else {@code json} is its tombstone
   */
  public record Entry(boolean in, ObjectNode json) {}
}
