package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

/** Confirms to the running hub that what a feed of changes misses was dealt with. */
@Command(
    name = "confirm",
    mixinStandardHelpOptions = true,
    description =
        "Ends the failing of a feed of changes of which a delivery was rejected,"
            + " skipped or failed: what was in it was sent again, or does not matter. Exit code 0:"
            + " done; 1: the feed misses nothing; 3: no hub answers.")
final class ConfirmCommand extends DecisionCommand {
  @Override
  String decision() {
    return "confirm";
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
