package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import norrhub.admin.cli.RunningHub.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has the running hub go on past what holds a feed up. */
@Command(
    name = "skip",
    mixinStandardHelpOptions = true,
    description =
        "Rejects the file or mail that a feed waits for, so that what came later is taken. `status`"
            + " names it. Exit code 0: done; 1: that does not hold the feed up; 3: no hub answers.")
final class SkipCommand extends LiveCommand {
  @Parameters(index = "0", paramLabel = "<feed>", description = "the feed's id")
  private String feed = "";

  @Parameters(
      index = "1",
      paramLabel = "<name>",
      description = "the file's name, or the mail's subject")
  private String name = "";

  @Option(
      names = "--why",
      paramLabel = "<text>",
      required = true,
      description = "the reason, for the partner and the ledger")
  private String why = "";

  @Override
  JsonNode ask(RunningHub hub) throws NoAnswer {
    return hub.post("skip/" + RunningHub.part(feed), Map.of("name", name, "why", why));
  }

  @Override
  void tell(JsonNode answer, PrintWriter out) {
    out.println(
        "%s of %s is rejected; what came later is fetched now. A feed of changes stays failing until `confirm`"
            .formatted(name, feed));
  }

  @Override
  boolean isWell(JsonNode answer) {
    return answer.has("skipped");
  }
}
