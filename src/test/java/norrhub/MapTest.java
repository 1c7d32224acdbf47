package norrhub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MapTest {
  private static final Pattern JOB = Pattern.compile("/\\*\\*\\s*(.*?)\\s*\\*/", Pattern.DOTALL);

  @Test
  void theMapSaysOfEveryPackageWhatItsPackageInfoSays() throws IOException {
    StringBuilder rows = new StringBuilder("| package | its one job | may know |\n|---|---|---|\n");
    for (String name : DirectionTest.packages()) {
      Set<String> known = DirectionTest.direct(name);
      rows.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  name,
                  job(name),
                  known.stream().sorted().map("`%s`"::formatted).collect(Collectors.joining(" "))));
    }
    Golden.checkPart(Path.of("src/docs/map.md"), "packages", rows.toString());
  }

  private static String job(String name) throws IOException {
    Path file = Path.of("src/main/java/norrhub", name.replace('.', '/'), "package-info.java");
    Matcher job = JOB.matcher(Files.readString(file));
    if (!job.find()) {
      throw new AssertionError(file + " does not say what the package is for");
    }
    return job.group(1)
        .replaceAll("(^|\\s*\\n\\s*)\\*\\s*", " ")
        .strip()
        .replaceAll("\\{@code (.*?)}", "`$1`");
  }
}
