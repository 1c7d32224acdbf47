package norrhub.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardKeyFileTest {
  private static final String HEAD = "# Who asks\nname: Kommunen # ours\nformat: campaign-json\n";
  private static final String OLD = "sha256:" + "0".repeat(64);

  @TempDir private Path folder;
  private final ConfigFiles files = new ConfigFiles(name -> Optional.empty());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "keys: []\n",
        "keys: # see the wiki\n  - sha256:0000000000000000000000000000000000000000000000000000000000000000\npace: 1m\n",
        "keys:\n# the old one\n- sha256:0000000000000000000000000000000000000000000000000000000000000000\n",
        "keys:\n    - sha256:0000000000000000000000000000000000000000000000000000000000000000 # old\n"
      })
  void aNewKeyOpensTheBoardAndTheFileKeepsItsComments(String keys) throws IOException {
    Path file = write(HEAD + keys);
    String key = keyFile().add(file);
    String text = Files.readString(file);
    assertThat(text).startsWith(HEAD).contains(KeyHash.of(key).text()).doesNotContain(key);
    assertThat(text.lines()).containsAll(keys.lines().filter(l -> !l.contains("[]")).toList());
    List<String> hashes = files.read(file, BoardFile.class).value().orElseThrow().keys();
    assertThat(hashes).hasSize(keys.contains(OLD) ? 2 : 1);
    assertThat(key).hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "access: public\n",
        "keys: [\"sha256:0000000000000000000000000000000000000000000000000000000000000000\"]\n",
        "pase: 1m\n",
        "keys:\n"
            + "  - sha256:0000000000000000000000000000000000000000000000000000000000000000\n"
            + "  - sha256:1111111111111111111111111111111111111111111111111111111111111111\n"
      })
  void whatCannotBeDoneSafelyIsRefused(String rest) throws IOException {
    Path file = write(HEAD + rest);
    assertThatThrownBy(() -> keyFile().add(file)).isInstanceOf(BoardKeyFile.Refused.class);
    assertThat(Files.readString(file)).isEqualTo(HEAD + rest);
  }

  @Test
  void everyKeyIsAnother() throws IOException {
    assertThat(keyFile().add(write(HEAD))).isNotEqualTo(keyFile().add(write(HEAD)));
  }

  private BoardKeyFile keyFile() {
    return new BoardKeyFile(files, new SecureRandom());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("kommunen.yaml"), text);
  }
}
