package norrhub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.config.LoadResult;
import org.junit.jupiter.api.Test;

/** Whatever happens to a file, it is read or its faults are reported; it never throws. */
class BrokenFilesTest {
  private static final Path FILE = Path.of("config/partners/region-norrbotten.yaml");
  private static final String STRANGE = "\t:-{}[]\"'#&*!|>%@`~,?\n\r\0\uFEFFö$0 ";

  private final ConfigFiles files =
      new ConfigFiles(
          name ->
              Optional.of(
                  name.endsWith("PORT")
                      ? "22"
                      : "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4+Q0mKxIqKjcWnYxUBt1wW8VRtCqzrpVnRw5V5C1a"));
  private final Random random = new Random(7);

  private void assertReadOrReported(String yaml) {
    LoadResult<Partner> loaded = files.read(FILE, yaml, Partner.class);

    assertThat(loaded.value().isPresent()).as(yaml).isEqualTo(loaded.faults().isEmpty());
    for (Fault fault : loaded.faults()) {
      assertThat(fault.line()).as(yaml).isBetween(1, (int) yaml.lines().count() + 1);
      assertThat(fault.text()).as(yaml).isNotBlank();
    }
  }

  @Test
  void cutAnywhere() throws IOException {
    String yaml = Files.readString(FILE);
    for (int length = 0; length < yaml.length(); length++) {
      assertReadOrReported(yaml.substring(0, length));
    }
  }

  @Test
  void strangeLettersAnywhere() throws IOException {
    String yaml = Files.readString(FILE);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder broken = new StringBuilder(yaml);
      for (int i = 0; i <= random.nextInt(3); i++) {
        int at = random.nextInt(broken.length());
        broken.replace(
            at,
            at + random.nextInt(2),
            String.valueOf(STRANGE.charAt(random.nextInt(STRANGE.length()))));
      }
      assertReadOrReported(broken.toString());
    }
  }

  @Test
  void linesLostDoubledAndIndented() throws IOException {
    String[] lines = Files.readString(FILE).split("(?<=\n)");
    for (int i = 0; i < lines.length; i++) {
      for (String instead :
          new String[] {"", lines[i] + lines[i], "  " + lines[i], "\t" + lines[i]}) {
        String[] broken = lines.clone();
        broken[i] = instead;
        assertReadOrReported(String.join("", broken));
      }
    }
  }
}
