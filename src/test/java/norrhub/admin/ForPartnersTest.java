package norrhub.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import norrhub.admin.cli.CommandLineRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What src/docs/for-partners.md promises. */
class ForPartnersTest {
  private static final Path PAGE = Path.of("src/docs/for-partners.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("^```(\\w+) ([a-z0-9-]+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern FORMAT = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)+)`");

  @TempDir Path folder;

  @Test
  void everyExampleIsTakenWithoutARemark() throws IOException {
    List<MatchResult> examples = EXAMPLE.matcher(Files.readString(PAGE)).results().toList();

    assertThat(examples).hasSizeGreaterThan(1);
    for (MatchResult example : examples) {
      Path file = folder.resolve("example." + example.group(1));
      Files.writeString(file, example.group(3));
      CommandLineRun preview = CommandLineRun.of("preview", example.group(2), file.toString());
      assertThat(preview.exitCode()).as(preview.out() + preview.err()).isZero();
      assertThat(preview.out()).contains(" 0 rejected").doesNotContain("WARNING", "ERROR");
    }
  }

  @Test
  void theFormatsThatItNamesAreThere() throws IOException {
    assertThat(FORMAT.matcher(Files.readString(PAGE)).results().map(name -> name.group(1)))
        .hasSizeGreaterThan(10)
        .allSatisfy(name -> assertThat(Path.of("config/formats", name)).isDirectory());
  }
}
