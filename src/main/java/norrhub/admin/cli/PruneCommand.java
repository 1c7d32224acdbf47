package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import norrhub.admin.cli.RunningHub.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has the running hub remove what is past its time. */
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    description =
        "Removes what is kept longer than norrhub.retention says, as the hub does by itself every ten"
            + " minutes, a few batches at a time. Exit code 0: done; 3: no hub answers.")
final class PruneCommand extends LiveCommand {
  @Option(names = "--dry-run", description = "counts only, and removes nothing")
  private boolean dryRun;

  @Override
  JsonNode ask(RunningHub hub) throws NoAnswer {
    return hub.post("prune", Map.of("dryRun", dryRun));
  }

  @Override
  void tell(JsonNode answer, PrintWriter out) {
    answer
        .path(dryRun ? "due" : "removed")
        .properties()
        .forEach(
            one ->
                out.println(
                    "%-16s %,10d%s"
                        .formatted(
                            one.getKey(),
                            one.getValue().path("count").asLong(),
                            bytes(one.getValue()))));
    if (dryRun) {
      out.println("\nNothing was removed.");
    }
  }

  private static String bytes(JsonNode pruned) {
    long bytes = pruned.path("bytes").asLong();
    return bytes > 0 ? "  %,d bytes".formatted(bytes) : "";
  }

  @Override
  boolean isWell(JsonNode answer) {
    return true;
  }
}
