package norrhub.admin.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import norrhub.config.Fault;
import norrhub.mapping.Formats;
import norrhub.notice.Printable;
import norrhub.partner.Partners;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reports whether a hub would run with a configuration. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Reports every fault of partners, formats, boards, vocabulary and of the routes beside the"
            + " folder, and runs the formats' samples. Exit code 0: no fault; 1: faults.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts its own here

  @Parameters(
      paramLabel = "<config-dir>",
      arity = "0..1",
      defaultValue = ConfigFolder.DEFAULT,
      description = "the folder of the configuration (${DEFAULT-VALUE})")
  private Path config = Path.of("config");

  @Option(
      names = "--strict",
      description = "a name that is not set is a fault too: for the machine that the hub runs on")
  private boolean strict;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (!Files.isDirectory(config.resolve("formats"))) {
      spec.commandLine().getErr().println("There is no folder " + config.resolve("formats"));
      return 1;
    }
    try (OfflineParts parts = new OfflineParts(config)) {
      ConfigFaults found = new ConfigFaults(parts);
      List<Fault> all = found.all();
      AskedNames names = parts.get(AskedNames.class);
      List<Fault> missing = all.stream().filter(names::isMissing).toList();
      List<Fault> faults = all.stream().filter(fault -> !names.isMissing(fault)).toList();
      faults.forEach(fault -> out.println(line(fault, "")));
      found.warnings().forEach(w -> out.println(line(w, "warning: ")));
      missing.forEach(fault -> out.println(line(fault, "not set here: ")));
      onAllBoards(parts.get(Partners.class), out);
      out.println(
          "%s, %s not set here; %d formats ran their samples"
              .formatted(
                  count(faults, "fault"),
                  count(missing, "name"),
                  parts.get(Formats.class).all().size()));
      return faults.isEmpty() && (missing.isEmpty() || !strict) ? 0 : 1;
    }
  }

  private static String count(List<Fault> faults, String what) {
    return faults.size() == 1 ? "1 " + what : faults.size() + " " + what + "s";
  }

  /** So that nobody overlooks who consents to boards that do not exist yet. */
  private static void onAllBoards(Partners partners, PrintWriter out) {
    List<String> all = partners.onAllBoards();
    if (!all.isEmpty()) {
      out.println("on all boards, those to come too: " + String.join(", ", all));
    }
  }

  /** One line, whatever stands in the value that is at fault. */
  private static String line(Fault fault, String kind) {
    return Printable.line(new Fault(fault.file(), fault.line(), kind + fault.text()).toString());
  }
}
