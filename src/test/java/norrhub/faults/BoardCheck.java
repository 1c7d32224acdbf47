package norrhub.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents, changes and events say what the model says. */
final class BoardCheck {
  private final Scene scene;
  private final Follower follower;
  private final Set<String> model;
  private final List<String> faults = new ArrayList<>();

  BoardCheck(Scene scene, Follower follower) {
    this.scene = scene;
    this.follower = follower;
    this.model =
        scene.senders().stream()
            .flatMap(sender -> sender.lists().stream())
            .flatMap(list -> list.model().stream())
            .filter(Ad::isOpen)
            .map(Ad::title)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  List<String> faults() throws Exception {
    for (Hub hub : scene.hubs()) {
      check(hub);
    }
    return faults;
  }

  private void check(Hub hub) throws Exception {
    Map<String, JsonNode> campaign = Boards.campaign(hub).orElse(Map.of());
    compare(
        "campaign.json", campaign.values().stream().map(v -> v.path("title").asText()).toList());
    compare("the catalogue's ids", open(scene.database().look()), campaign.keySet());

    Map<String, JsonNode> changes = new TreeMap<>();
    String after = "0";
    for (boolean more = true; more; ) {
      JsonNode page =
          Boards.apply(hub.feed("campaign/changes?limit=100&after=" + after).orElse("{}"), changes);
      after = page.path("cursor").asText();
      more = page.path("more").asBoolean();
    }
    same("changes from the start", changes, campaign);
    follower.follow(hub);
    same("changes followed all the while", follower.fold(), campaign);

    Map<String, String> indeed = Boards.indeed(hub.feed("indeed.xml").orElse("<source/>"));
    compare("indeed.xml", indeed.values());
    Set<String> ids =
        indeed.keySet().stream().map(number -> number.substring(0, 32)).collect(Collectors.toSet());
    compare("indeed.xml's reference numbers", ids, campaign.keySet());

    checkEvents(campaign);
  }

  private void checkEvents(Map<String, JsonNode> campaign) throws Exception {
    List<JsonNode> events = Boards.events(scene.events());
    Map<String, JsonNode> fold = Boards.fold(events, faults);
    if (!Boards.contents(fold).equals(Boards.contents(campaign))) {
      compare("events", fold.values().stream().map(v -> v.path("title").asText()).toList());
      faults.add("the fold of the events is not campaign.json");
    }
    Set<Long> sequence =
        events.stream()
            .map(event -> Long.parseLong(event.path("sequence").asText()))
            .collect(Collectors.toSet());
    List<Integer> missing =
        IntStream.rangeClosed(1, sequence.size())
            .filter(n -> !sequence.contains((long) n))
            .boxed()
            .toList();
    if (!missing.isEmpty()) {
      faults.add("events were left out: " + missing);
    }
  }

  private static List<String> open(JdbcClient look) {
    return look.sql("select replace(id::text, '-', '') from vacancy where state = 'OPEN'")
        .query(String.class)
        .list();
  }

  private void compare(String what, Collection<String> titles) {
    compare(what, titles, model);
    if (titles.size() != new HashSet<>(titles).size()) {
      faults.add(what + " shows something twice");
    }
  }

  private void compare(String what, Collection<String> found, Collection<String> wanted) {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(new HashSet<>(found));
    Set<String> tooMany = new TreeSet<>(found);
    tooMany.removeAll(new HashSet<>(wanted));
    if (!missing.isEmpty() || !tooMany.isEmpty()) {
      faults.add("%s: missing %s, too many %s".formatted(what, missing, tooMany));
    }
  }

  private void same(String what, Map<String, JsonNode> found, Map<String, JsonNode> wanted) {
    if (!found.equals(wanted)) {
      compare(what, found.keySet(), wanted.keySet());
      faults.add(what + " do not give campaign.json");
    }
  }
}
