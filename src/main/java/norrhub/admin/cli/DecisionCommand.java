package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import norrhub.admin.cli.RunningHub.NoAnswer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An admin's decision about a feed of the running hub; the ledger keeps its reason. */
abstract class DecisionCommand extends LiveCommand {
  @Parameters(index = "0", paramLabel = "<feed>", description = "the feed's id")
  private String feed = "";

  @Option(
      names = "--why",
      paramLabel = "<text>",
      required = true,
      description = "the reason, which the ledger keeps")
  private String why = "";

  final String feed() {
    return feed;
  }

  /** The hub's word for the decision, the first part of its path. */
  abstract String decision();

  /** What else the hub needs to know. */
  Map<String, String> details() {
    return Map.of();
  }

  @Override
  final JsonNode ask(RunningHub hub) throws NoAnswer {
    Map<String, String> settings = new HashMap<>(details());
    settings.put("why", why);
    return hub.post(decision() + "/" + RunningHub.part(feed), settings);
  }
}
