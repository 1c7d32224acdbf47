package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import norrhub.admin.cli.RunningHub.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has the running hub poll a feed now, and shows the result. */
@Command(
    name = "poll",
    mixinStandardHelpOptions = true,
    description =
        "Polls a feed of the running hub now, however short ago the last poll was, and waits until"
            + " what it brought is applied. Exit code 0: the feed is well; 1: it is not, or is not"
            + " polled; 3: no hub answers.")
final class PollCommand extends LiveCommand {
  private static final Duration PAUSE = Duration.ofMillis(500);

  @Parameters(paramLabel = "<feed>", description = "the feed's id")
  private String feed = "";

  @Option(names = "--force", description = "even though its server asked for a pause")
  private boolean force;

  @Option(
      names = "--wait",
      paramLabel = "<seconds>",
      defaultValue = "120",
      description = "how long to wait for the poll's end (${DEFAULT-VALUE})")
  private int wait = 120;

  @Override
  JsonNode ask(RunningHub hub) throws NoAnswer {
    String path = RunningHub.part(feed);
    JsonNode accepted = hub.post("poll/" + path, Map.of("force", force));
    Instant asked = Instant.parse(accepted.path("asked").asText());
    JsonNode status = hub.get("status/" + path);
    while (!isOver(status, asked) && isPatient(status, asked)) {
      pause();
      status = hub.get("status/" + path);
    }
    return status;
  }

  @Override
  void tell(JsonNode answer, PrintWriter out) {
    StatusText text = new StatusText(answer, out);
    text.feeds();
    text.failing();
    text.folders();
  }

  @Override
  boolean isWell(JsonNode answer) {
    String health = answer.at("/feeds/0/health").asText();
    return health.equals("OK");
  }

  private static boolean isOver(JsonNode status, Instant asked) {
    JsonNode shown = status.at("/feeds/0");
    return shown.hasNonNull("lastPoll")
        && !Instant.parse(shown.path("lastPoll").asText()).isBefore(asked)
        && shown.path("waiting").asInt() == 0;
  }

  /** The hub's own time counts. */
  private boolean isPatient(JsonNode status, Instant asked) {
    return Instant.parse(status.path("at").asText()).isBefore(asked.plusSeconds(wait));
  }

  private static void pause() throws NoAnswer {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer(NoAnswer.NO_HUB, "interrupted");
    }
  }
}
