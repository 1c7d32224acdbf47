package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that the hub no longer uses, in code, tests, configuration and pages. */
class PlainEnglishTest {
  /** Written in parts, so that this file does not hold them. */
  private static final Pattern GONE =
      Pattern.compile(
          "(?i)\\b(d"
              + "esk|m"
              + "end(ed|ing|s)?|(is|are) t"
              + "old|wants to be l"
              + "eft|l"
              + "aid into|n"
              + "avet)\\b");

  @Test
  void wordsThatOnlyThisHubUsedDoNotComeBack() throws IOException {
    List<String> found = new ArrayList<>();
    int files = 0;
    for (String place : List.of("src", "routes", "config", "README.md")) {
      for (Path file : files(Path.of(place))) {
        files++;
        int number = 0;
        for (String line : lines(file)) {
          number++;
          if (GONE.matcher(line).find()) {
            found.add(file + ":" + number + ": " + line.strip());
          }
        }
      }
    }
    assertThat(files).isGreaterThan(500);
    assertThat(found).isEmpty();
  }

  private static List<Path> files(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(Files::isRegularFile).filter(file -> !isSecret(file)).toList();
    }
  }

  private static boolean isSecret(Path file) {
    return file.startsWith("config/secrets");
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      return List.of(); // a workbook, or a sample in another encoding
    }
  }
}
