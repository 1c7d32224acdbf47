package norrhub.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A job board that reads the changes all the while, of whichever hub answers, and looks at each
 * document it gets.
 */
final class Follower implements AutoCloseable {
  private final List<Hub> hubs;
  private final Map<String, JsonNode> fold = new TreeMap<>();
  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
  private final Thread thread = new Thread(this::run, "job board");
  private volatile boolean closed;
  private String cursor = "0";
  private int answers;

  Follower(List<Hub> hubs) {
    this.hubs = hubs;
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    for (int n = 0; !closed; n++) {
      try {
        follow(hubs.get(n % hubs.size()));
        Boards.campaign(hubs.get(n % hubs.size()));
        Thread.sleep(2000);
      } catch (RuntimeException e) {
        faults.add("a board cannot read what it got: " + e);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Reads on to the end. */
  synchronized void follow(Hub hub) {
    boolean more = true;
    while (more) {
      Optional<String> page = hub.feed("campaign/changes?limit=200&after=" + cursor);
      more = false;
      if (page.isPresent()) {
        JsonNode read = Boards.apply(page.get(), fold);
        cursor = read.path("cursor").asText();
        more = read.path("more").asBoolean();
        answers++;
      }
    }
  }

  synchronized Map<String, JsonNode> fold() {
    return new TreeMap<>(fold);
  }

  synchronized int answers() {
    return answers;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.interrupt();
    thread.join(15_000);
  }
}
