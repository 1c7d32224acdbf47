package norrhub.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  @TempDir private Path config;

  @Test
  void aBoardGetsAKeyFromTheCommandLine() throws IOException {
    Path board = Files.createDirectories(config.resolve("boards")).resolve("kommunen.yaml");
    Files.writeString(board, "name: Kommunen\nformat: campaign-json\n");
    assertThat(Commands.run("board-key", "kommunen", "--config", config.toString())).isZero();
    assertThat(Files.readString(board)).contains("keys:\n  - sha256:");
  }

  @Test
  void whatIsNoBoardOrNoCommandFails() {
    assertThat(Commands.run("board-key", "nobody", "--config", config.toString())).isEqualTo(1);
    assertThat(Commands.run("board-key", "../x", "--config", config.toString())).isEqualTo(1);
    assertThat(Commands.run("board-kye")).isEqualTo(2);
  }

  @Test
  void settingsAreNoCommand() {
    assertThat(Commands.isCommand(new String[] {"--server.port=0"})).isFalse();
    assertThat(Commands.isCommand(new String[0])).isFalse();
    assertThat(Commands.isCommand(new String[] {"board-key", "x"})).isTrue();
  }
}
