package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import norrhub.admin.endpoint.FeedStatus.Health;
import norrhub.platform.Span;

/** The hub's status for people: one line a feed, the worst first, then what is to be done. */
final class StatusText {
  private final JsonNode hub;
  private final PrintWriter out;
  private final Instant now;

  StatusText(JsonNode hub, PrintWriter out) {
    this.hub = hub;
    this.out = out;
    this.now = Instant.parse(hub.path("at").asText());
  }

  void tell() {
    Duration up = Duration.between(Instant.parse(hub.path("upSince").asText()), now);
    out.println("The hub has been up for " + Span.of(up) + ".\n");
    if (hub.hasNonNull("clock")) {
      out.println(hub.path("clock").asText() + ".\n");
    }
    feeds();
    failing();
    folders();
    rejectedFiles();
    boards();
    retention();
  }

  /** One line for each feed. */
  void feeds() {
    TextTable table =
        new TextTable("FEED", "BY", "MODE", "IS", "LAST POLL", "NEXT POLL", "LAST DELIVERY");
    for (JsonNode feed : sorted()) {
      JsonNode last = feed.path("lastDelivery");
      table.row(
          feed.path("feed").asText(),
          feed.path("transport").asText(),
          feed.path("mode").asText(),
          words(health(feed)),
          past(feed.path("lastPoll")),
          future(feed.path("nextPoll")),
          isAbsent(last)
              ? "none yet"
              : "%s, %s: %s"
                  .formatted(
                      last.path("id").asText(),
                      past(last.path("at")),
                      last.path("outcome").asText()));
    }
    table.print(out);
  }

  /** Why each feed that is not well is not. */
  void failing() {
    for (JsonNode feed : sorted()) {
      if (feed.hasNonNull("reason")) {
        out.println(
            "\n%s %s: %s"
                .formatted(feed.path("feed").asText(), state(feed), feed.path("reason").asText()));
      }
    }
    if (sorted().stream().anyMatch(StatusText::hasNotices)) {
      out.println("\nnorrhub notices <feed> shows what was found in its last delivery");
    }
  }

  private static boolean hasNotices(JsonNode feed) {
    return health(feed) == Health.FAILING && !isAbsent(feed.path("lastDelivery"));
  }

  private static String words(Health health) {
    return health.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String state(JsonNode feed) {
    String is = "is " + words(health(feed));
    if (isAbsent(feed.path("since"))) {
      return health(feed) == Health.BACKING_OFF ? "is not polled" : is;
    }
    Instant since = Instant.parse(feed.path("since").asText());
    return health(feed) == Health.BACKING_OFF
        ? "is backing off until " + seconds(since)
        : "%s since %s (%s)".formatted(is, seconds(since), Span.ago(since, now));
  }

  /** What lies in feeds' folders and is not taken, or not yet. */
  void folders() {
    for (JsonNode feed : sorted()) {
      JsonNode folder = feed.path("folder");
      String id = feed.path("feed").asText();
      if (folder.path("resting").asInt() > 0) {
        out.println(
            "\n%s: %s taken once the size no longer changes: %s"
                .formatted(
                    id,
                    files(folder.path("resting").asInt(), "is", "are"),
                    names(folder, "resting")));
      }
      if (folder.path("unmatched").asInt() > 0) {
        out.println(
            "\n%s: %s left, for `files` does not match: %s"
                .formatted(
                    id,
                    files(folder.path("unmatched").asInt(), "is", "are"),
                    names(folder, "unmatched")));
      }
    }
  }

  private static String files(int count, String one, String several) {
    return count == 1 ? "1 file " + one : "%,d files %s".formatted(count, several);
  }

  private static String names(JsonNode folder, String kind) {
    JsonNode names = folder.path(kind + "Names");
    String shown =
        StreamSupport.stream(names.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "));
    return folder.path(kind).asInt() > names.size() ? shown + ", …" : shown;
  }

  private void rejectedFiles() {
    hub.path("rejectedFiles")
        .properties()
        .forEach(
            file -> {
              out.println("\nrejected, " + file.getKey() + ":");
              file.getValue().forEach(fault -> out.println("  " + fault.asText()));
            });
  }

  private void boards() {
    out.println();
    hub.path("boards")
        .properties()
        .forEach(
            board -> out.println("board " + board.getKey() + ": " + board.getValue().asText()));
    hub.path("unpublished")
        .properties()
        .forEach(
            partner ->
                out.println("partner " + partner.getKey() + ": " + partner.getValue().asText()));
    hub.path("failingBoards")
        .properties()
        .forEach(
            board ->
                out.println(
                    "board " + board.getKey() + " is failing: " + board.getValue().asText()));
    hub.path("troubles")
        .properties()
        .forEach(trouble -> out.println(trouble.getKey() + ": " + trouble.getValue().asText()));
  }

  private void retention() {
    JsonNode retention = hub.path("retention");
    if (isAbsent(retention) || isAbsent(retention.path("lastRun"))) {
      return;
    }
    List<String> removed = new ArrayList<>();
    retention
        .path("removed")
        .properties()
        .forEach(
            one -> {
              if (one.getValue().path("count").asLong() > 0) {
                removed.add(
                    "%,d %s".formatted(one.getValue().path("count").asLong(), one.getKey()));
              }
            });
    out.println(
        "retention: last run %s; removed since the start: %s"
            .formatted(
                past(retention.path("lastRun")),
                removed.isEmpty() ? "nothing" : String.join(", ", removed)));
  }

  private List<JsonNode> sorted() {
    return StreamSupport.stream(hub.path("feeds").spliterator(), false)
        .sorted(Comparator.comparing(StatusText::health))
        .toList();
  }

  private static Health health(JsonNode feed) {
    return Health.valueOf(feed.path("health").asText());
  }

  private static Instant seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private String past(JsonNode at) {
    return isAbsent(at) ? "never" : Span.ago(Instant.parse(at.asText()), now);
  }

  private String future(JsonNode at) {
    if (isAbsent(at)) {
      return "none";
    }
    Instant when = Instant.parse(at.asText());
    return when.isAfter(now) ? "in " + Span.of(Duration.between(now, when)) : "now";
  }
}
