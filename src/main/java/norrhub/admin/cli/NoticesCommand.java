package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import norrhub.admin.cli.RunningHub.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was found about one delivery. */
@Command(
    name = "notices",
    mixinStandardHelpOptions = true,
    description =
        "Shows all notices of a delivery: place, key, field, value, and what to do. Exit code 0:"
            + " answered; 1: no such delivery; 3: no hub answers.")
final class NoticesCommand extends LiveCommand {
  @Parameters(
      paramLabel = "<delivery>",
      description = "the delivery's id, or a feed's id for the feed's newest delivery")
  private String delivery = "";

  @Option(names = "--swedish", description = "the sentences in Swedish, for the partner")
  private boolean swedish;

  @Override
  JsonNode ask(RunningHub hub) throws NoAnswer {
    return hub.get("notices/" + RunningHub.part(delivery));
  }

  @Override
  void tell(JsonNode answer, PrintWriter out) {
    out.println(
        "%s (%s) %s at %s: %s"
            .formatted(
                answer.path("delivery").asText(),
                plain(answer.path("name")),
                answer.path("state").asText(),
                answer.path("at").asText(),
                plain(answer.path("outcome"))));
    JsonNode notices = answer.path("notices");
    notices.forEach(notice -> tellOne(notice, out));
    int found = answer.path("found").asInt();
    out.println(
        found > notices.size()
            ? "\n%,d notices; the first %,d of them are kept".formatted(found, notices.size())
            : "\n%,d %s".formatted(found, found == 1 ? "notice" : "notices"));
  }

  @Override
  boolean isWell(JsonNode answer) {
    return true;
  }

  private void tellOne(JsonNode notice, PrintWriter out) {
    StringBuilder line = new StringBuilder("\n");
    line.append("%-7s %s".formatted(notice.path("severity").asText(), plain(notice.path("code"))));
    append(line, "  at ", notice.path("place"));
    append(line, "  key ", notice.path("key"));
    append(line, "  ", notice.path("field"));
    if (!notice.path("value").asText().isEmpty()) {
      line.append(" [").append(plain(notice.path("value"))).append(']');
    }
    out.println(line);
    String text = plain(notice.path(swedish ? "swedish" : "text"));
    if (!text.isEmpty()) {
      out.println("  " + text);
    }
  }

  private static void append(StringBuilder line, String label, JsonNode value) {
    if (!value.asText().isEmpty()) {
      line.append(label).append(plain(value));
    }
  }

  private static String plain(JsonNode text) {
    return text.asText().strip();
  }
}
