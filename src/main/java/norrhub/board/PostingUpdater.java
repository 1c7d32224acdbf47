package norrhub.board;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.catalogue.Change;
import norrhub.catalogue.ChangeLog;
import norrhub.vacancy.State;
import norrhub.vacancy.VacancyId;
import norrhub.vacancy.VacancyVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings a board's posting log up to the catalogue's change log, to the board's selection and to
 * the partners' consents.
 *
 * <p>Every step is one transaction that holds the board's row, so that any number of hubs may try
 * at once and a crash leaves nothing half done. A step that finds nothing to move moves nothing:
 * what the board already shows is compared first.
 */
@Component
public class PostingUpdater {
  private static final int CHANGES_AT_ONCE = 500;

  private final ChangeLog changes;
  private final PostingLog log;
  private final Consents consents;
  private final TransactionTemplate transactions;
  private final Clock clock;

  PostingUpdater(
      ChangeLog changes,
      PostingLog log,
      Consents consents,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.changes = changes;
    this.log = log;
    this.consents = consents;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  public void follow(Board board) {
    log.enter(board.id(), clock.instant());
    boolean more = true;
    while (more) {
      more = Boolean.TRUE.equals(transactions.execute(transaction -> step(board)));
    }
  }

  /** One step; says whether another may be needed. */
  private boolean step(Board board) {
    Optional<BoardState> locked = log.lock(board.id());
    if (locked.isEmpty()) {
      return false; // another hub is at it
    }
    BoardState state = locked.get();
    if (state.selection().isEmpty()) {
      return start(board, state);
    }
    List<Change> news = changes.after(state.changeCursor(), CHANGES_AT_ONCE);
    if (!news.isEmpty()) {
      move(board, state, lastOfEach(news));
      log.looked(board.id(), news.get(news.size() - 1).number());
      return true;
    }
    if (!state.selection().get().equals(rules(board))) {
      select(board, state);
    }
    return false;
  }

  /**
   * A new board begins with what is open now, not with the catalogue's whole past. The number is
   * read first: a change that slips in between is looked at twice and moves nothing the second
   * time.
   */
  private boolean start(Board board, BoardState state) {
    log.looked(board.id(), changes.last());
    select(board, state);
    return true;
  }

  /** Only the last of several changes matters: postings carry the full state. */
  private static Collection<Change> lastOfEach(List<Change> news) {
    Map<VacancyId, Change> last = new LinkedHashMap<>();
    for (Change change : news) {
      last.remove(change.id());
      last.put(change.id(), change);
    }
    return last.values();
  }

  private void move(Board board, BoardState state, Collection<Change> news) {
    PostingPlanner planner = new PostingPlanner(board, state, consents);
    Map<VacancyId, Posting> current =
        log.current(board.id(), news.stream().map(Change::id).toList());
    List<Change> open = news.stream().filter(c -> c.state() == State.OPEN).toList();
    Map<Change, VacancyVersion> shown = changes.versions(open);
    for (Change change : news) {
      Optional<Posting> now = Optional.ofNullable(current.get(change.id()));
      VacancyVersion version = shown.get(change);
      if (version == null) {
        planner.leave(change, now);
      } else {
        planner.consider(version, now, change.reason(), change.at());
      }
    }
    log.append(board.id(), planner.postings());
  }

  /**
   * Holds every open vacancy against the selection and the consents. What stands on the board and
   * is no longer open is skipped here: its change is still to be followed and knows the reason.
   */
  private void select(Board board, BoardState state) {
    PostingPlanner planner = new PostingPlanner(board, state, consents);
    List<VacancyVersion> batch = new ArrayList<>();
    Instant now = clock.instant();
    changes.forEachOpen(
        version -> {
          batch.add(version);
          if (batch.size() == CHANGES_AT_ONCE) {
            consider(board, planner, batch, now);
          }
        });
    consider(board, planner, batch, now);
    log.selected(board.id(), rules(board));
  }

  private void consider(
      Board board, PostingPlanner planner, List<VacancyVersion> batch, Instant at) {
    Map<VacancyId, Posting> current =
        log.current(board.id(), batch.stream().map(VacancyVersion::id).toList());
    for (VacancyVersion version : batch) {
      planner.consider(version, Optional.ofNullable(current.get(version.id())), "selection", at);
    }
    batch.clear();
    log.append(board.id(), planner.postings());
  }

  private String rules(Board board) {
    return board.select().fingerprint() + " " + consents.fingerprint(board.id());
  }
}
