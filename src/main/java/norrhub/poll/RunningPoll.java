package norrhub.poll;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A poll of a feed while it runs, in the one thread that runs it. */
final class RunningPoll {
  private final boolean byHand;
  private final Set<String> stopped = new HashSet<>();
  private Optional<String> trouble = Optional.empty();
  private Optional<String> complaint = Optional.empty();
  private boolean paused;
  private boolean interrupted;

  /**
   * @param byHand whether an admin asked for it
   */
  RunningPoll(boolean byHand) {
    this.byHand = byHand;
  }

  boolean byHand() {
    return byHand;
  }

  /** Something failed; the first reason stands. */
  void trouble(String reason) {
    trouble = trouble.or(() -> Optional.of(reason));
  }

  /** What failed, now that more is known of it. */
  void retell(Optional<String> reason) {
    trouble = reason;
  }

  Optional<String> trouble() {
    return trouble;
  }

  /** All was fetched, and somebody has to look all the same; the first reason stands. */
  void complain(String reason) {
    complaint = complaint.or(() -> Optional.of(reason));
  }

  Optional<String> complaint() {
    return complaint;
  }

  void pause() {
    paused = true;
  }

  boolean isPaused() {
    return paused;
  }

  /**
   * The hub itself could not go on: whatever else is known of the poll says nothing of its feed.
   */
  void interrupt() {
    interrupted = true;
  }

  boolean isInterrupted() {
    return interrupted;
  }

  /** Nothing more of this scope is taken: see {@link Scope}. */
  void stop(String scope) {
    stopped.add(scope);
  }

  boolean isStopped(String scope) {
    return stopped.contains(scope);
  }
}
