package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents that name a class name one that there is. */
class NamedClassesTest {
  private static final Path DOCUMENTS = Path.of("src/docs");
  private static final Path CODE = Path.of("src/main/java/norrhub");
  private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w+)`");

  @Test
  void everyClassThatADocumentNamesWithItsPackageIsThere() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> pages = Files.walk(DOCUMENTS)) {
      for (Path page : pages.filter(file -> file.toString().endsWith(".md")).toList()) {
        CLASS.matcher(Files.readString(page)).results().forEach(found -> named.add(found.group(1)));
      }
    }
    named.removeIf(name -> !Files.isDirectory(CODE.resolve(name.substring(0, name.indexOf('.')))));

    assertThat(named).contains("ingest.Ingest", "board.document.DocumentFormat");
    assertThat(named)
        .allSatisfy(name -> assertThat(CODE.resolve(name.replace('.', '/') + ".java")).exists());
  }
}
