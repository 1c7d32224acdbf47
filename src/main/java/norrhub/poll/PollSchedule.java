package norrhub.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import norrhub.config.Wait;
import norrhub.delivery.PollLocks;
import norrhub.delivery.feed.FeedState;
import norrhub.delivery.feed.FeedStates;
import norrhub.fetch.Backoff;
import norrhub.fetch.RetryAfter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The polls of all feeds of this hub: which is due, how it goes, how it went. One hub polls a feed
 * at a time, and between two polls its interval passes, however many hubs there are.
 */
@Component
public class PollSchedule implements FeedPolls, ForgetsFeeds {
  private static final Logger log = LoggerFactory.getLogger(PollSchedule.class);

  private final PollLocks locks;
  private final FeedStates states;
  private final Clock clock;
  private final Map<String, Duration> intervals = new ConcurrentHashMap<>();
  private final Map<String, String> servers = new ConcurrentHashMap<>();
  private final Map<String, Boolean> asked = new ConcurrentHashMap<>();
  private final Map<String, Instant> early = new ConcurrentHashMap<>();
  private final Map<String, Failing> failing = new ConcurrentHashMap<>();
  private final Map<String, String> complaints = new ConcurrentHashMap<>();
  private final Map<String, RunningPoll> running = new ConcurrentHashMap<>();

  PollSchedule(PollLocks locks, FeedStates states, Clock clock) {
    this.locks = locks;
    this.states = states;
    this.clock = clock;
  }

  public void plan(String feed, Duration every) {
    intervals.put(feed, every);
  }

  /** The same for a feed that shares its server with others. */
  public void plan(String feed, Duration every, String server) {
    plan(feed, every);
    servers.put(feed, server);
  }

  @Override
  public void forget(String feed) {
    intervals.remove(feed);
    servers.remove(feed);
    asked.remove(feed);
    early.remove(feed);
    failing.remove(feed);
    complaints.remove(feed);
    if (running.remove(feed) != null) {
      locks.release(feed);
    }
  }

  /** Starts a poll if the feed is one of ours, is due and no other hub polls it. */
  public boolean begin(String feed) {
    if (!intervals.containsKey(feed) || !isDue(feed) || !locks.tryHold(feed)) {
      return false;
    }
    // Once more under the lock: another hub may have polled between our look and our lock.
    if (!isDue(feed)) {
      locks.release(feed);
      return false;
    }
    boolean byHand = asked.remove(feed) != null;
    early.remove(feed);
    running.put(feed, new RunningPoll(byHand));
    return true;
  }

  /** Whether this hub polls the feed; what a partner pushes comes without. */
  public boolean isPolled(String feed) {
    return intervals.containsKey(feed);
  }

  /** Asks for a poll before the interval has passed, such as for a file that does not rest yet. */
  public void soon(String feed, Duration pause) {
    early.merge(feed, clock.instant().plus(pause), (a, b) -> a.isBefore(b) ? a : b);
  }

  /** Something in the running poll failed; the first reason stands. */
  public void trouble(String feed, String reason) {
    running(feed).ifPresent(poll -> poll.trouble(reason));
  }

  /** What failed in the running poll, now that more is known of it; empty where nothing did. */
  public void retell(String feed, Optional<String> reason) {
    running(feed).ifPresent(poll -> poll.retell(reason));
  }

  /**
   * The running poll fetches what there is, and the feed is failing all the same until somebody
   * does something: it is polled as often as ever.
   */
  public void complain(String feed, String reason) {
    running(feed).ifPresent(poll -> poll.complain(reason));
  }

  /** The running poll takes nothing more of that scope: something of it failed. */
  public void stop(String feed, String scope) {
    running(feed).ifPresent(poll -> poll.stop(scope));
  }

  public boolean isStopped(String feed, String scope) {
    return running(feed).filter(poll -> poll.isStopped(scope)).isPresent();
  }

  /** Whether an admin asked for the running poll. */
  public boolean isByHand(String feed) {
    return running(feed).filter(RunningPoll::byHand).isPresent();
  }

  /**
   * Whether this hub is the feed's poller still, asked just before something is entered: what was
   * read under a lock that is lost may be older than what another hub has entered since.
   */
  public boolean isOurs(String feed) {
    return locks.holds(feed);
  }

  private Optional<RunningPoll> running(String feed) {
    return Optional.ofNullable(running.get(feed));
  }

  /** What the running poll fails of says nothing of the feed: the hub itself could not go on. */
  public void interrupted(String feed) {
    running(feed).ifPresent(RunningPoll::interrupt);
  }

  /**
   * The poll says nothing of the feed and is over: the hub itself could not go on. It is due again.
   */
  public void dropped(String feed) {
    running.remove(feed);
    locks.release(feed);
  }

  /** The source asks for a pause; so are all feeds of its server. */
  public void pause(String feed, Instant until, String reason) {
    states.waitUntil(feed, until, reason);
    String server = servers.getOrDefault(feed, feed);
    servers.forEach(
        (other, its) -> {
          if (its.equals(server) && !other.equals(feed)) {
            states.hold(other, until, "%s (asked of feed %s)".formatted(reason, feed));
          }
        });
    running(feed).ifPresent(RunningPoll::pause);
    log.warn(
        "feed {} is backing off until {}: {}", feed, until.truncatedTo(ChronoUnit.SECONDS), reason);
  }

  /** The poll came to its end, which does not mean that all went well. */
  public void done(String feed) {
    RunningPoll poll = running.remove(feed);
    try {
      if (poll == null || poll.isInterrupted() || isForgotten(feed)) {
        return;
      }
      if (poll.trouble().isPresent()) {
        failed(feed, poll.trouble().get(), poll.byHand());
      } else if (poll.complaint().isPresent()) {
        complained(feed, poll.complaint().get());
      } else if (!poll.isPaused()) {
        succeeded(feed);
      }
    } finally {
      locks.release(feed);
    }
  }

  /** The poll, or its very start, broke off. */
  public void broke(String feed, String reason) {
    RunningPoll poll = running.remove(feed);
    try {
      if (!isForgotten(feed)) {
        failed(feed, reason, poll != null && poll.byHand());
      }
    } finally {
      locks.release(feed);
    }
  }

  /** A poll that still connects when its route is taken out ends after it. */
  private boolean isForgotten(String feed) {
    return !intervals.containsKey(feed);
  }

  private void succeeded(String feed) {
    states.polled(feed);
    fetched(feed);
    if (complaints.remove(feed) != null) {
      log.info("feed {} is well again", feed);
    }
  }

  private void complained(String feed, String reason) {
    fetched(feed);
    if (!reason.equals(complaints.put(feed, reason))) {
      log.warn("feed {} is failing: {}", feed, reason);
    }
    states.failed(feed, reason);
  }

  private void fetched(String feed) {
    Failing before = failing.remove(feed);
    if (before != null) {
      log.info("feed {} is fetched again, after {} failed polls", feed, before.times);
    }
  }

  /** An admin who looks again and again does not make the hub look less often. */
  private void failed(String feed, String reason, boolean byHand) {
    Failing before = failing.getOrDefault(feed, new Failing(0, "", Instant.MIN, Instant.MIN));
    if (byHand) {
      failing.put(feed, new Failing(before.times, reason, before.at, before.retry));
    } else {
      int times = before.times + 1;
      Duration pause = Backoff.after(times, intervals.getOrDefault(feed, Duration.ZERO));
      failing.put(feed, new Failing(times, reason, clock.instant(), clock.instant().plus(pause)));
    }
    if (!reason.equals(before.reason)) {
      log.warn("feed {} cannot be fetched: {}", feed, reason);
    }
    states.failed(feed, reason);
  }

  @Override
  public Optional<Instant> next(String feed) {
    if (!intervals.containsKey(feed)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Instant due = due(feed);
    return Optional.of(due.isBefore(now) ? now : due);
  }

  @Override
  public Optional<String> ask(String feed, boolean force) {
    if (!intervals.containsKey(feed)) {
      return Optional.of(
          "This hub does not poll "
              + feed
              + ": its route takes in what the partner pushes, or could not be built");
    }
    Optional<FeedState> state = states.state(feed);
    Instant now = clock.instant();
    Optional<Instant> pause = pause(state, now).filter(now::isBefore);
    if (pause.isPresent() && !force) {
      return Optional.of(
          "The server of %s asked for a pause until %s (%s); --force asks it all the same"
              .formatted(
                  feed,
                  pause.get().truncatedTo(ChronoUnit.SECONDS),
                  state.flatMap(FeedState::waitReason).orElse("")));
    }
    asked.put(feed, force);
    return Optional.empty();
  }

  private boolean isDue(String feed) {
    return !clock.instant().isBefore(due(feed));
  }

  /**
   * What a server asks for stands above all else, but for an admin who insists. What was said by a
   * clock that has been set back since is void: no feed waits for that clock's time.
   */
  private Instant due(String feed) {
    Optional<FeedState> state = states.state(feed);
    Instant now = clock.instant();
    Instant pause = pause(state, now).orElse(Instant.MIN);
    Boolean force = asked.get(feed);
    if (force != null) {
      return force ? Instant.MIN : pause;
    }
    Instant due =
        state
            .flatMap(FeedState::lastPoll)
            .filter(last -> !new Wait(last, enough(feed)).isOver(now))
            .map(last -> last.plus(enough(feed)))
            .orElse(Instant.MIN);
    Instant soon = early.getOrDefault(feed, Instant.MAX);
    Failing trouble = failing.get(feed);
    Instant retry = trouble == null || trouble.at.isAfter(now) ? Instant.MIN : trouble.retry;
    return Stream.of(due.isBefore(soon) ? due : soon, retry, pause)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Optional<Instant> pause(Optional<FeedState> state, Instant now) {
    return state
        .flatMap(FeedState::notBefore)
        .filter(until -> !until.isAfter(now.plus(RetryAfter.LONGEST)));
  }

  /** A tenth early is on time: the schedule's own jitter would else cost every other poll. */
  private Duration enough(String feed) {
    return intervals.getOrDefault(feed, Duration.ZERO).multipliedBy(9).dividedBy(10);
  }

  private record Failing(int times, String reason, Instant at, Instant retry) {}
}
