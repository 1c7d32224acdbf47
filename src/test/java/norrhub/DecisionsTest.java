package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages under {@code src/docs/adr}. */
class DecisionsTest {
  @Test
  void everyDecisionHasANumberOfItsOwnAndItsTitleBeginsWithIt() throws Exception {
    Map<Integer, Path> numbers = new HashMap<>();
    try (Stream<Path> pages = Files.list(Path.of("src/docs/adr"))) {
      List<Path> all = pages.sorted().toList();
      assertThat(all).isNotEmpty();
      for (Path page : all) {
        int number = Integer.parseInt(page.getFileName().toString().substring(0, 4));
        assertThat(numbers.put(number, page)).as("%s has the number of", page).isNull();
        assertThat(Files.readAllLines(page).get(0)).matches("# 0*" + number + "[.]? .*");
      }
    }
  }
}
