package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import norrhub.admin.cli.RunningHub.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has the running hub try a feed, and shows step by step what it saw. */
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    description =
        "Connects to a feed's source, lists what lies there, fetches one file, page or mail and"
            + " reads it. Nothing is entered, moved or marked. The feed may be off. Exit code 0: all"
            + " went well; 1: something did not; 3: no hub answers.")
final class TryCommand extends LiveCommand {
  @Parameters(paramLabel = "<feed>", description = "the feed's id")
  private String feed = "";

  @Override
  JsonNode ask(RunningHub hub) throws NoAnswer {
    return hub.post("try/" + RunningHub.part(feed), Map.of());
  }

  @Override
  Set<String> ofLines() {
    return Set.of("shown", "summary");
  }

  @Override
  void tell(JsonNode answer, PrintWriter out) {
    answer
        .path("steps")
        .forEach(
            step ->
                out.println(
                    (step.path("well").asBoolean() ? "  ok    " : "  FAILS ")
                        + step.path("text").asText()));
    for (String part : new String[] {"shown", "summary"}) {
      if (!answer.path(part).asText().isEmpty()) {
        out.println("\n" + answer.path(part).asText());
      }
    }
    out.println("\nNothing was entered; the source is as it was.");
  }

  @Override
  boolean isWell(JsonNode answer) {
    return answer.path("well").asBoolean();
  }
}
