package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Rejects, at the running hub, the file or mail that a feed waits for. */
@Command(
    name = "skip",
    mixinStandardHelpOptions = true,
    description =
        "Rejects the file or mail that a feed waits for, so that what came later is taken. `status`"
            + " names it. Exit code 0: done; 1: that does not hold the feed up; 3: no hub answers.")
final class SkipCommand extends DecisionCommand {
  @Parameters(
      index = "1",
      paramLabel = "<name>",
      description = "the file's name, or the mail's subject")
  private String name = "";

  @Override
  String decision() {
    return "skip";
  }

  @Override
  Map<String, String> details() {
    return Map.of("name", name);
  }

  @Override
  void tell(JsonNode answer, PrintWriter out) {
    out.println(
        "%s of %s is rejected; what came later is fetched now. A feed of changes stays failing until `confirm`"
            .formatted(name, feed()));
  }

  @Override
  boolean isWell(JsonNode answer) {
    return answer.has("skipped");
  }
}
