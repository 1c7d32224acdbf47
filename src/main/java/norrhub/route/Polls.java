package norrhub.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.delivery.FeedState;
import norrhub.delivery.FeedStates;
import norrhub.delivery.PollLocks;
import norrhub.fetch.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The polls of all feeds of this hub: which is due, how it goes, how it went. One hub polls a feed
 * at a time, and between two polls its interval passes, however many hubs there are.
 */
@Component
class Polls {
  private static final Logger log = LoggerFactory.getLogger(Polls.class);

  private final PollLocks locks;
  private final FeedStates states;
  private final Clock clock;
  private final Map<String, Duration> intervals = new ConcurrentHashMap<>();
  private final Map<String, String> servers = new ConcurrentHashMap<>();
  private final Map<String, Instant> early = new ConcurrentHashMap<>();
  private final Map<String, Failing> failing = new ConcurrentHashMap<>();
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  Polls(PollLocks locks, FeedStates states, Clock clock) {
    this.locks = locks;
    this.states = states;
    this.clock = clock;
  }

  void plan(String feed, Duration every) {
    intervals.put(feed, every);
  }

  /** The same for a feed that shares its server with others. */
  void plan(String feed, Duration every, String server) {
    plan(feed, every);
    servers.put(feed, server);
  }

  /** Starts a poll if the feed is due and no other hub polls it. */
  boolean begin(String feed) {
    if (!isDue(feed) || !locks.tryHold(feed)) {
      return false;
    }
    // Once more under the lock: another hub may have polled between our look and our lock.
    if (!isDue(feed)) {
      locks.release(feed);
      return false;
    }
    early.remove(feed);
    running.put(feed, new Running(Optional.empty(), false));
    return true;
  }

  /** Asks for a poll before the interval has passed, such as for a file that does not rest yet. */
  void soon(String feed, Duration pause) {
    early.merge(feed, clock.instant().plus(pause), (a, b) -> a.isBefore(b) ? a : b);
  }

  /** Something in the running poll failed; the first reason stands. */
  void trouble(String feed, String reason) {
    running.computeIfPresent(
        feed, (f, poll) -> new Running(poll.trouble.or(() -> Optional.of(reason)), poll.paused));
  }

  /** The source asks to be left alone; so are all feeds of its server. */
  void pause(String feed, Instant until, String reason) {
    states.waitUntil(feed, until, reason);
    String server = servers.getOrDefault(feed, feed);
    servers.forEach(
        (other, its) -> {
          if (its.equals(server) && !other.equals(feed)) {
            states.hold(other, until, "%s (asked of feed %s)".formatted(reason, feed));
          }
        });
    running.computeIfPresent(feed, (f, poll) -> new Running(poll.trouble, true));
    log.warn("feed {} is left alone until {}: {}", feed, until, reason);
  }

  /** The poll came to its end, which does not mean that all went well. */
  void done(String feed) {
    Running poll = running.remove(feed);
    try {
      if (poll == null) {
        return;
      }
      if (poll.trouble.isPresent()) {
        failed(feed, poll.trouble.get());
      } else if (!poll.paused) {
        succeeded(feed);
      }
    } finally {
      locks.release(feed);
    }
  }

  /** The poll, or its very start, broke off. */
  void broke(String feed, String reason) {
    running.remove(feed);
    try {
      failed(feed, reason);
    } finally {
      locks.release(feed);
    }
  }

  private void succeeded(String feed) {
    states.polled(feed);
    Failing before = failing.remove(feed);
    if (before != null) {
      log.info("feed {} is fetched again, after {} failed polls", feed, before.times);
    }
  }

  private void failed(String feed, String reason) {
    Failing before = failing.getOrDefault(feed, new Failing(0, "", Instant.MIN));
    int times = before.times + 1;
    Duration pause = Backoff.after(times, intervals.getOrDefault(feed, Duration.ZERO));
    failing.put(feed, new Failing(times, reason, clock.instant().plus(pause)));
    if (!reason.equals(before.reason)) {
      log.warn("feed {} cannot be fetched: {}", feed, reason);
    }
    states.failed(feed, reason);
  }

  private boolean isDue(String feed) {
    Instant now = clock.instant();
    if (failing.containsKey(feed) && now.isBefore(failing.get(feed).retry)) {
      return false;
    }
    Optional<FeedState> state = states.state(feed);
    if (state.flatMap(FeedState::notBefore).filter(now::isBefore).isPresent()) {
      return false;
    }
    if (early.containsKey(feed) && !now.isBefore(early.get(feed))) {
      return true;
    }
    // A tenth early is on time: the schedule's own jitter would else cost every other poll.
    Duration enough = intervals.getOrDefault(feed, Duration.ZERO).multipliedBy(9).dividedBy(10);
    return state.flatMap(FeedState::lastPoll).filter(l -> now.isBefore(l.plus(enough))).isEmpty();
  }

  private record Running(Optional<String> trouble, boolean paused) {}

  private record Failing(int times, String reason, Instant retry) {}
}
