package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import norrhub.admin.cli.RunningHub.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows how the running hub and its feeds are. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description =
        "Shows every feed of the running hub: last delivery, next poll, what is failing or silent and"
            + " since when. Exit code 0: all is well; 1: something is failing, silent or set aside; 3:"
            + " no hub answers.")
final class StatusCommand extends LiveCommand {
  @Parameters(
      paramLabel = "<feed>",
      arity = "0..1",
      defaultValue = "",
      description = "one feed alone")
  private String feed = "";

  @Override
  JsonNode ask(RunningHub hub) throws NoAnswer {
    return hub.get(feed.isEmpty() ? "status" : "status/" + RunningHub.part(feed));
  }

  @Override
  void tell(JsonNode answer, PrintWriter out) {
    new StatusText(answer, out).tell();
  }

  @Override
  boolean isWell(JsonNode answer) {
    for (JsonNode shown : answer.path("feeds")) {
      String health = shown.path("health").asText();
      if (health.equals("FAILING") || health.equals("SILENT")) {
        return false;
      }
    }
    return !feed.isEmpty()
        || (answer.path("setAside").isEmpty()
            && answer.path("failingBoards").isEmpty()
            && answer.path("troubles").isEmpty());
  }
}
