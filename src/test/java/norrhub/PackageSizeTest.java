package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackageSizeTest {
  private static final long MOST = 35;

  @Test
  void noPackageHasMoreThanThirtyFiveFiles() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      Map<Path, Long> sizes =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
      assertThat(sizes)
          .isNotEmpty()
          .allSatisfy((folder, size) -> assertThat(size).isLessThanOrEqualTo(MOST));
    }
  }
}
