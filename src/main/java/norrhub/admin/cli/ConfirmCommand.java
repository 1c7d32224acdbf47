package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import norrhub.admin.cli.RunningHub.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the running hub that what a feed of changes misses was dealt with. */
@Command(
    name = "confirm",
    mixinStandardHelpOptions = true,
    description =
        "Ends the failing of a feed that tells changes only and of which a delivery was rejected,"
            + " skipped or failed: what was in it was sent again, or does not matter. Exit code 0:"
            + " done; 1: the feed misses nothing; 3: no hub answers.")
final class ConfirmCommand extends LiveCommand {
  @Parameters(paramLabel = "<feed>", description = "the feed's id")
  private String feed = "";

  @Option(
      names = "--why",
      paramLabel = "<text>",
      required = true,
      description = "what was done about it, for the ledger")
  private String why = "";

  @Override
  JsonNode ask(RunningHub hub) throws NoAnswer {
    return hub.post("confirm/" + RunningHub.part(feed), Map.of("why", why));
  }

  @Override
  void tell(JsonNode answer, PrintWriter out) {
    answer.path("confirmed").forEach(delivery -> out.println(delivery.asText() + " is confirmed"));
  }

  @Override
  boolean isWell(JsonNode answer) {
    return answer.has("confirmed");
  }
}
