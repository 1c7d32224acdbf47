package norrhub.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.delivery.Detail;
import norrhub.delivery.DetailIndex;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.fetch.Backoff;

/**
 * The details of all records of one poll's list: what is known of them from earlier polls, and what
 * is to be asked in this one.
 */
public final class DetailQueue {
  /** So many failed requests in a row say that the server is at fault, not the vacancies. */
  private static final int FAILURES_AT_MOST = 5;

  private final Map<String, DetailRequest> requests;
  private final Map<String, Detail> known;
  private final Deque<DetailRequest> open = new ArrayDeque<>();
  private int failures;

  /**
   * @param requests one for each record of the list, by id
   * @param known from earlier polls, by id
   */
  public DetailQueue(Map<String, DetailRequest> requests, Map<String, Detail> known) {
    this.requests = requests;
    this.known = new HashMap<>(known);
  }

  /** Finds out what is to be asked: first what was never asked for, last what only grows old. */
  public void open(Instant now, Duration every, Duration again) {
    requests.values().stream()
        .filter(request -> isDue(request, now, every, again))
        .sorted(Comparator.comparing(this::rank))
        .forEach(open::add);
  }

  /** The detail of the first record alone, to see whether it can be had. */
  public void openFirst() {
    requests.values().stream().limit(1).forEach(open::add);
  }

  /** What was asked for and came, or why it did not. */
  public Collection<Detail> details() {
    return List.copyOf(known.values());
  }

  /** The next request; empty where nothing is left to ask. */
  public Optional<DetailRequest> next() {
    return Optional.ofNullable(open.peek());
  }

  public void answered(ArchivedPart answer, Instant at) {
    DetailRequest request = open.remove();
    failures = 0;
    known.put(
        request.id(),
        new Detail(
            request.id(),
            request.recordHash(),
            at,
            Optional.empty(),
            0,
            Optional.of(answer),
            request.recordHash()));
  }

  /** The server has none for this record. */
  public void refused(String why, Instant at) {
    DetailRequest request = open.remove();
    Optional<Detail> before = Optional.ofNullable(known.get(request.id()));
    known.put(
        request.id(),
        new Detail(
            request.id(),
            request.recordHash(),
            at,
            Optional.of(why),
            before.map(Detail::tries).orElse(0) + 1,
            before.flatMap(Detail::answer),
            before.map(Detail::answerHash).orElse(0L)));
  }

  /** Whether it makes sense to go on though the current request failed on its way. */
  public boolean mayGoOnAfterFailure() {
    return ++failures < FAILURES_AT_MOST;
  }

  /** What is left is asked in the next poll. */
  public void stop() {
    open.clear();
  }

  /**
   * An answer for the list's record as it is now stands, though a later request brought none. So
   * does an old one as long as nothing was asked for the new record.
   */
  public DetailIndex index() {
    DetailIndex index = new DetailIndex();
    for (DetailRequest request : requests.values()) {
      Detail detail = known.get(request.id());
      if (detail != null) {
        boolean isCurrent = detail.answerHash() == request.recordHash();
        Optional<String> refusal = isCurrent ? Optional.empty() : detail.refusal();
        index.put(request.id(), detail.answer(), refusal);
      }
    }
    return index;
  }

  private boolean isDue(DetailRequest request, Instant now, Duration every, Duration again) {
    Detail detail = known.get(request.id());
    if (detail == null || detail.askedHash() != request.recordHash()) {
      return true;
    }
    Duration pause =
        detail.refusal().isPresent()
            ? Backoff.after(detail.tries(), every)
            : spread(again, request.recordHash());
    return !now.isBefore(detail.askedAt().plus(pause));
  }

  /** Answers that came together do not all grow old together: each lasts 75 to 100 per cent. */
  private static Duration spread(Duration again, long hash) {
    return again.multipliedBy(96 + (hash & 31)).dividedBy(128);
  }

  private int rank(DetailRequest request) {
    Detail detail = known.get(request.id());
    if (detail == null) {
      return 0;
    }
    return detail.askedHash() != request.recordHash() ? 1 : 2;
  }
}
