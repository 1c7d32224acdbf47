package norrhub.admin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's words: those done without a running hub, and those that ask it. */
@Command(
    name = "norrhub",
    description = "Without a command the hub runs.",
    mixinStandardHelpOptions = true,
    subcommands = {
      BoardKeyCommand.class,
      CheckCommand.class,
      PreviewCommand.class,
      StatusCommand.class,
      NoticesCommand.class,
      PollCommand.class,
      TryCommand.class,
      SkipCommand.class,
      ConfirmCommand.class,
      ReloadCommand.class,
      PruneCommand.class,
      EraseCommand.class,
      AliasCommand.class
    })
public final class Commands {
  private Commands() {}

  /** Whether these arguments are a command, or else settings of a hub that is to run. */
  public static boolean isCommand(String[] args) {
    return args.length > 0
        && (!args[0].startsWith("-") || args[0].equals("--help") || args[0].equals("-h"));
  }

  /**
   * Runs a command; what it writes is UTF-8, whatever this machine's own encoding is.
   *
   * @return the exit code
   */
  public static int run(String... args) {
    return run(
        new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), args);
  }

  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Commands())
        .setOut(new PrintWriter(new PrintableWriter(out), true))
        .setErr(new PrintWriter(new PrintableWriter(err), true))
        .execute(args);
  }
}
