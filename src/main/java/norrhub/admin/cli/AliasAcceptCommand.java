package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import norrhub.admin.cli.RunningHub.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Maps new keys to existing vacancies. */
@Command(
    name = "accept",
    mixinStandardHelpOptions = true,
    description =
        "Maps new keys to existing vacancies, for good: boards keep the old ids. Exit code 0:"
            + " done; 1: nothing was accepted; 3: no hub answers.")
final class AliasAcceptCommand extends LiveCommand {
  @Parameters(
      index = "0",
      paramLabel = "<partner>",
      description = "the partner's file name without .yaml")
  private String partner = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "<key>", description = "the new key")
  private Optional<String> key = Optional.empty();

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "<vacancy>",
      description = "the old vacancy's id")
  private Optional<String> vacancy = Optional.empty();

  @Option(
      names = "--score",
      paramLabel = "<least>",
      description = "all proposals of at least this score")
  private Optional<Integer> score = Optional.empty();

  @Override
  JsonNode ask(RunningHub hub) throws NoAnswer {
    Map<String, Object> said = new LinkedHashMap<>();
    score.ifPresent(least -> said.put("score", least));
    key.ifPresent(given -> said.put("key", given));
    vacancy.ifPresent(id -> said.put("vacancy", id));
    return hub.post("alias/" + RunningHub.part(partner), said);
  }

  @Override
  void tell(JsonNode answer, PrintWriter out) {
    out.println(
        "%d keys are mapped to existing vacancies; the newest delivery of %s is applied again"
            .formatted(answer.path("accepted").asInt(), partner));
  }

  @Override
  boolean isWell(JsonNode answer) {
    return answer.path("accepted").asInt() > 0;
  }
}
