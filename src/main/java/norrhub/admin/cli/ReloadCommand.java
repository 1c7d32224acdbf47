package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import norrhub.admin.cli.RunningHub.NoAnswer;
import picocli.CommandLine.Command;

/** Has the running hub take up changed configuration. */
@Command(
    name = "reload",
    mixinStandardHelpOptions = true,
    description =
        "Has the running hub take up changed, new and removed files of partners, formats, boards,"
            + " vocabulary and routes. Whatever has a fault stays as it was. Exit code 0: all is"
            + " taken up; 1: something has faults; 3: no hub answers.")
final class ReloadCommand extends LiveCommand {
  @Override
  JsonNode ask(RunningHub hub) throws NoAnswer {
    return hub.post("reload", Map.of());
  }

  @Override
  void tell(JsonNode answer, PrintWriter out) {
    for (String kind : List.of("partners", "formats", "boards", "vocabulary", "routes", "feeds")) {
      out.println(kind + ": " + changes(answer.path(kind)));
    }
    list(answer.path("again"), "applied again from the archive:", out);
    list(answer.path("faults"), "not taken up; what ran before runs on:", out);
    list(answer.path("remarks"), "taken up, but:", out);
    answer
        .path("failed")
        .properties()
        .forEach(
            feed ->
                out.println(
                    "cannot be fetched: " + feed.getKey() + ": " + feed.getValue().asText()));
    list(answer.path("restart"), "changed too, and taken up by a restart only:", out);
  }

  @Override
  boolean isWell(JsonNode answer) {
    return answer.path("faults").isEmpty() && answer.path("failed").isEmpty();
  }

  private static String changes(JsonNode changes) {
    List<String> words = new ArrayList<>();
    for (String how : List.of("added", "changed", "removed")) {
      List<String> names = new ArrayList<>();
      changes.path(how).forEach(name -> names.add(name.asText()));
      if (!names.isEmpty()) {
        words.add(how + " " + String.join(", ", names));
      }
    }
    return words.isEmpty() ? "as they were" : String.join("; ", words);
  }

  private static void list(JsonNode lines, String heading, PrintWriter out) {
    if (!lines.isEmpty()) {
      out.println(heading);
      lines.forEach(line -> out.println("  " + line.asText()));
    }
  }
}
