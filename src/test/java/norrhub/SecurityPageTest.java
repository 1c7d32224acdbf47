package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** src/docs/security.md says what is so: its versions are the real ones, its tests are there. */
class SecurityPageTest {
  private static final Pattern VERSION =
      Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| `([^`]+)` \\|");
  private static final Pattern ADVISORY = Pattern.compile("(?m)^\\| CVE-\\d{4}-\\d+.*$");
  private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+Test)#([a-zA-Z0-9]+)`");

  private static String page;

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(Path.of("src/docs/security.md"));
  }

  @Test
  void theVersionsAreThoseOfTheClassPath() {
    Set<String> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(path -> new File(path).getName())
            .collect(Collectors.toSet());
    List<String> named =
        VERSION.matcher(page).results().map(m -> m.group(1) + "-" + m.group(2) + ".jar").toList();

    assertThat(named).hasSizeGreaterThan(15);
    assertThat(jars).containsAll(named);
  }

  @Test
  void everyAdvisoryNamesATestThatIsThere() throws IOException {
    List<String> gone = new ArrayList<>();
    List<String> rows = ADVISORY.matcher(page).results().map(MatchResult::group).toList();
    for (String row : rows) {
      List<MatchResult> tests = TEST.matcher(row).results().toList();
      if (tests.isEmpty()) {
        gone.add("no test: " + row);
      }
      for (MatchResult test : tests) {
        if (!isThere(test.group(1), test.group(2))) {
          gone.add(test.group());
        }
      }
    }
    assertThat(rows).hasSizeGreaterThan(25);
    assertThat(gone).isEmpty();
  }

  private static boolean isThere(String type, String method) throws IOException {
    try (var files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(f -> f.endsWith(type + ".java")).toList()) {
        if (Files.readString(file)
            .matches("(?s).*@(Test|ParameterizedTest)\\b.*\\bvoid " + method + "\\(.*")) {
          return true;
        }
      }
    }
    return false;
  }
}
