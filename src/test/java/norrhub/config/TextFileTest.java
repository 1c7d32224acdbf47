package norrhub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
  record Town(String name, int people) {}

  @TempDir private Path folder;
  private final ConfigFiles files = new ConfigFiles(name -> Optional.empty());

  private LoadResult<Town> read(byte[] bytes) throws IOException {
    return files.read(Files.write(folder.resolve("town.yaml"), bytes), Town.class);
  }

  private void assertRefused(LoadResult<Town> town, int line, String text) {
    assertThat(town.value()).isEmpty();
    assertThat(town.faults()).containsExactly(new Fault(folder.resolve("town.yaml"), line, text));
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsDoNoHarm() throws IOException {
    byte[] bytes = "\uFEFFname: Luleå\r\npeople: 79000\r\n".getBytes(StandardCharsets.UTF_8);

    assertThat(read(bytes).value()).contains(new Town("Luleå", 79_000));
  }

  @Test
  void aFileInAnotherEncodingIsReportedWithTheLine() throws IOException {
    assertRefused(
        read("people: 79000\nname: Luleå\n".getBytes(StandardCharsets.ISO_8859_1)),
        2,
        "not UTF-8: save the file as UTF-8 (å, ä or ö may be the reason)");
  }

  @Test
  void aFileThatIsNotThereIsAFault() {
    assertRefused(files.read(folder.resolve("town.yaml"), Town.class), 1, "there is no such file");
  }

  @Test
  void aFileThatIsFarTooLargeIsNotRead() throws IOException {
    assertRefused(
        read(new byte[3_000_000]), 1, "larger than 2 MB: this is not a configuration file");
  }

  @Test
  void aListWhereABlockIsWantedIsAFault() throws IOException {
    assertRefused(
        read("- name: Luleå\n".getBytes(StandardCharsets.UTF_8)),
        1,
        "the file must be a block of keys, but it is a list (lines that begin with `- `)");
  }
}
