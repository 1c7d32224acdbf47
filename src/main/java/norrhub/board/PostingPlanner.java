package norrhub.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.catalogue.Change;
import norrhub.vacancy.VacancyId;
import norrhub.vacancy.VacancyVersion;

/** Decides which postings follow from what is known now, and numbers them. */
final class PostingPlanner {
  private final Board board;
  private final Consents consents;
  private final List<Posting> postings = new ArrayList<>();
  private final int versionFloor;
  private long number;

  PostingPlanner(Board board, BoardState state, Consents consents) {
    this.board = board;
    this.number = state.posted();
    this.versionFloor = state.versionFloor();
    this.consents = consents;
  }

  /** The postings since this was last asked. */
  List<Posting> postings() {
    List<Posting> taken = List.copyOf(postings);
    postings.clear();
    return taken;
  }

  /** An open vacancy comes in, is shown anew, goes out, or stays as it is. */
  void consider(VacancyVersion open, Optional<Posting> now, String reason, Instant at) {
    if (now.filter(posting -> posting.vacancyVersion() > open.version()).isPresent()) {
      return; // the board knows better already
    }
    boolean in = now.filter(Posting::listed).isPresent();
    if (!board.select().takes(open.vacancy())) {
      out(open.id(), open.version(), now, "selection", at);
    } else if (!consents.to(board.id(), open.vacancy().partner()).orElse(in)) {
      out(open.id(), open.version(), now, "consent", at);
    } else if (!in || now.get().vacancyVersion() < open.version()) {
      add(open.id(), open.version(), now, true, reason, at);
    }
  }

  /** A vacancy that is not open any more, or not yet. */
  void leave(Change change, Optional<Posting> now) {
    if (now.filter(posting -> posting.vacancyVersion() > change.version()).isEmpty()) {
      out(change.id(), change.version(), now, change.reason(), change.at());
    }
  }

  private void out(VacancyId id, int content, Optional<Posting> now, String reason, Instant at) {
    if (now.filter(Posting::listed).isPresent()) {
      add(id, content, now, false, reason, at);
    }
  }

  private void add(
      VacancyId id, int content, Optional<Posting> now, boolean in, String reason, Instant at) {
    int version = Math.max(content, now.map(Posting::version).orElse(versionFloor) + 1);
    postings.add(new Posting(++number, id, version, content, in, reason, at));
  }
}
