package norrhub.admin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import norrhub.board.BoardKeyFile;
import norrhub.config.ConfigFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a keyed board a new key. */
@Command(
    name = "board-key",
    description = "Makes a new key for a board, prints it once and writes its hash into the file.")
final class BoardKeyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts its own here

  @Parameters(paramLabel = "<board>", description = "the board's file name without .yaml")
  private String board = "";

  @Option(
      names = "--config",
      defaultValue = ConfigFolder.DEFAULT,
      description = "the folder of the configuration (${DEFAULT-VALUE})")
  private Path config = Path.of("config");

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Path file = config.resolve("boards").resolve(board + ".yaml");
    if (!board.matches("[a-z0-9][a-z0-9-]*") || !Files.isRegularFile(file)) {
      err.println("There is no " + file);
      return 1;
    }
    try {
      ConfigFiles files = new ConfigFiles(name -> Optional.ofNullable(System.getenv(name)));
      String key = new BoardKeyFile(files, new SecureRandom()).add(file);
      spec.commandLine().getOut().println(key);
      err.println(
          "This key is shown once; " + file + " keeps its hash. Restart the hub to use it.");
      return 0;
    } catch (BoardKeyFile.Refused e) {
      err.println(e.getMessage());
      return 1;
    }
  }
}
