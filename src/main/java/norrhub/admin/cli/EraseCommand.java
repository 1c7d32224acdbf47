package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import norrhub.admin.cli.RunningHub.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has the running hub erase a person or a vacancy. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description =
        "Erases a person or a vacancy from archive, ledger, catalogue, documents and the hub's own"
            + " broker, and keeps the vacancies out from then on. Without --confirm it only shows what"
            + " it would erase. Exit code 0: done, or shown; 1: nothing was found; 3: no hub answers.")
final class EraseCommand extends LiveCommand {
  @Option(
      names = "--person",
      paramLabel = "<text>",
      description = "a name, address or number as it stands in the texts")
  private String person = "";

  @Option(names = "--vacancy", paramLabel = "<id>", description = "the id of one vacancy")
  private String vacancy = "";

  @Option(
      names = "--why",
      paramLabel = "<text>",
      required = true,
      description = "the reason, which is kept: without the person's name")
  private String why = "";

  @Option(names = "--confirm", description = "erases; there is no way back")
  private boolean confirm;

  @Override
  JsonNode ask(RunningHub hub) throws NoAnswer {
    return hub.post(
        "erase", Map.of("person", person, "vacancy", vacancy, "why", why, "confirm", confirm));
  }

  @Override
  void tell(JsonNode answer, PrintWriter out) {
    boolean erased = answer.path("erased").asBoolean();
    answer
        .path("vacancies")
        .forEach(
            one ->
                out.println(
                    "vacancy %s  %s, feed %s, record %s"
                        .formatted(
                            one.path("id").asText(),
                            one.path("partner").asText(),
                            one.path("feed").asText(),
                            one.path("key").asText())));
    out.println(
        "%s: %d vacancies, %d archived parts, %d notices%s"
            .formatted(
                erased ? "erased" : "would be erased",
                answer.path("vacancies").size(),
                answer.path("archivedParts").asInt(),
                answer.path("notices").asInt(),
                erased ? ", " + answer.path("events").asInt() + " events on the broker" : ""));
    answer.path("remarks").forEach(remark -> out.println("- " + remark.asText()));
    if (!erased) {
      out.println("\nNothing was erased. Give --confirm to erase it; there is no way back.");
    }
  }

  @Override
  boolean isWell(JsonNode answer) {
    return !answer.path("vacancies").isEmpty()
        || answer.path("archivedParts").asInt() > 0
        || answer.path("notices").asInt() > 0;
  }
}
