package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import norrhub.admin.cli.RunningHub.NoAnswer;
import norrhub.notice.Printable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands have in common that ask the running hub. */
abstract class LiveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts its own here

  @Mixin private RunningHub hub = new RunningHub();

  @Option(names = "--json", description = "the hub's answer as it is")
  private boolean json;

  @Override
  public final Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      JsonNode answer = ask(hub);
      if (json) {
        out.println(answer.toPrettyString());
      } else {
        tell(PrintableJson.of(answer, ofLines()), out);
      }
      return isWell(answer) ? 0 : 1;
    } catch (NoAnswer e) {
      spec.commandLine().getErr().println(Printable.line(String.valueOf(e.getMessage())));
      return e.exitCode();
    }
  }

  abstract JsonNode ask(RunningHub hub) throws NoAnswer;

  /** Members of the answer whose texts the hub wrote in several lines. */
  Set<String> ofLines() {
    return Set.of();
  }

  /** For people; no text of the answer has a line end that is not its own. */
  abstract void tell(JsonNode answer, PrintWriter out);

  /** Whether nobody has to do anything: exit code 0. */
  abstract boolean isWell(JsonNode answer);
}
