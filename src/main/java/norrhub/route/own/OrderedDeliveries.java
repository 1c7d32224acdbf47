package norrhub.route.own;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import norrhub.poll.ForgetsFeeds;
import org.springframework.stereotype.Component;

/** Lets the deliveries of one feed in one by one, in the order in which they came. */
@Component
class OrderedDeliveries implements ForgetsFeeds {
  /** A delivery that takes longer keeps the others out, and their senders send them again. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

  /** Something that is done when its turn comes. */
  interface Step<T> {
    T run() throws IOException;
  }

  <T> T inTurn(String feed, Step<T> step) throws IOException, InterruptedException {
    ReentrantLock turn = turns.computeIfAbsent(feed, one -> new ReentrantLock(true));
    if (!turn.tryLock(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
      throw new IOException(
          "another delivery of " + feed + " is still being received; send it again");
    }
    try {
      return step.run();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void forget(String feed) {
    turns.remove(feed);
  }
}
