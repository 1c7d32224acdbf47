package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import norrhub.admin.cli.RunningHub.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how the running hub and its feeds are. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description =
        "Shows every feed of the running hub: last delivery, next poll, what is failing or silent and"
            + " since when. Exit code 0: all is well; 1: something is failing, silent or rejected; 3:"
            + " no hub answers.")
final class StatusCommand extends LiveCommand {
  @Parameters(
      paramLabel = "<feed>",
      arity = "0..1",
      defaultValue = "",
      description = "one feed alone")
  private String feed = "";

  @Option(
      names = "--routes",
      description = "instead of the feeds: what each route has done since it was started")
  private boolean routes;

  @Override
  JsonNode ask(RunningHub hub) throws NoAnswer {
    String what = routes ? "routes" : "status";
    return hub.get(feed.isEmpty() ? what : what + "/" + RunningHub.part(feed));
  }

  @Override
  void tell(JsonNode answer, PrintWriter out) {
    if (routes) {
      new RoutesText(answer, out).tell();
    } else {
      new StatusText(answer, out).tell();
    }
  }

  @Override
  boolean isWell(JsonNode answer) {
    for (JsonNode shown : answer.path("feeds")) {
      String health = shown.path("health").asText();
      if (health.equals("FAILING") || health.equals("SILENT")) {
        return false;
      }
    }
    return routes
        || !feed.isEmpty()
        || (answer.path("rejectedFiles").isEmpty()
            && answer.path("failingBoards").isEmpty()
            && answer.path("troubles").isEmpty());
  }
}
