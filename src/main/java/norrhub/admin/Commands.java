package norrhub.admin;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's words that are done without a running hub: no database, no routes. */
@Command(
    name = "norrhub",
    description = "Without a command the hub runs.",
    mixinStandardHelpOptions = true,
    subcommands = BoardKeyCommand.class)
public final class Commands {
  private Commands() {}

  /** Whether these arguments are a command, or else settings of a hub that is to run. */
  public static boolean isCommand(String[] args) {
    return args.length > 0
        && (!args[0].startsWith("-") || args[0].equals("--help") || args[0].equals("-h"));
  }

  /**
   * @return the exit code
   */
  public static int run(String... args) {
    return new CommandLine(new Commands()).execute(args);
  }
}
