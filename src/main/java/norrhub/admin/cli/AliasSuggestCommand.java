package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import norrhub.admin.cli.RunningHub.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows which new keys seem to be old vacancies. */
@Command(
    name = "suggest",
    mixinStandardHelpOptions = true,
    description =
        "Pairs what a partner sends now, also on trial, with vacancies that it no longer sends; the"
            + " likeliest first. Changes nothing. Exit code 0: answered; 1: no such partner; 3: no"
            + " hub answers.")
final class AliasSuggestCommand extends LiveCommand {
  private static final int LONGEST_TITLE = 40;

  @Parameters(paramLabel = "<partner>", description = "the partner's file name without .yaml")
  private String partner = "";

  @Override
  JsonNode ask(RunningHub hub) throws NoAnswer {
    return hub.get("alias/" + RunningHub.part(partner));
  }

  @Override
  void tell(JsonNode answer, PrintWriter out) {
    JsonNode proposals = answer.path("proposals");
    if (proposals.isEmpty()) {
      out.println("Nothing that the partner sends now looks like an old vacancy under a new key.");
      return;
    }
    var table = new TextTable("score", "key", "title", "old vacancy", "old title", "because");
    for (JsonNode one : proposals) {
      table.row(
          one.path("score").asText(),
          plain(one.path("key")),
          plain(one.path("title")),
          one.path("vacancy").asText(),
          plain(one.path("oldTitle")),
          one.path("why").asText());
    }
    table.print(out);
    out.println();
    out.println(
        "norrhub alias accept %s --score <least>   takes all from there up".formatted(partner));
    out.println("norrhub alias accept %s <key> <vacancy>   takes one".formatted(partner));
  }

  @Override
  boolean isWell(JsonNode answer) {
    return true;
  }

  private static String plain(JsonNode text) {
    String line = text.asText();
    return line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE - 1) + "…" : line;
  }
}
