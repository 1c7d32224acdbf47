package norrhub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page on partners says to write for each system can be written. */
class RestRecipesTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `(\\{.*})` \\|$");

  @Test
  void everyRecipeIsReadAndNamesAFormatThatIsThere() throws IOException {
    List<MatchResult> rows =
        ROW.matcher(Files.readString(Path.of("src/docs/add-a-partner.md"))).results().toList();

    assertThat(rows).hasSizeGreaterThan(10);
    for (MatchResult row : rows) {
      assertThat(Path.of("config/formats", row.group(1))).isDirectory();
      assertThat(Sources.rest(row.group(2)).url()).as(row.group(1)).hasScheme("https");
    }
  }
}
