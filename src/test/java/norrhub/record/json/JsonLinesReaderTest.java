package norrhub.record.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import norrhub.record.Limits;
import norrhub.record.NoSettings;
import norrhub.record.PartFile;
import norrhub.record.Parts;
import norrhub.record.Parts.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesReaderTest {
  @TempDir Path folder;

  private Outcome read(String lines) throws IOException {
    return Parts.read(new JsonLinesReader(), Parts.of(folder, lines), new NoSettings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":1}\n{\"id\":2}\n", "\uFEFF{\"id\":1}\r\n\r\n{\"id\":2}"})
  void eachLineIsARecord(String lines) throws IOException {
    Outcome outcome = read(lines);

    assertThat(outcome.contents()).containsExactly("{\"id\":1}", "{\"id\":2}");
    assertThat(outcome.code()).isEmpty();
  }

  @Test
  void aBrokenLineIsReportedAndTheOthersAreRead() throws IOException {
    Outcome outcome =
        read("{\"id\":1}\n{\"id\":\n[2]\n{\"id\":3} {}\n{\"a\":1,\"a\":2}\n{\"id\":4}\n");

    assertThat(outcome.contents())
        .containsExactly(
            "{\"id\":1}",
            "line-malformed",
            "line-malformed",
            "line-malformed",
            "line-malformed",
            "{\"id\":4}");
    assertThat(outcome.places()).startsWith("part:1", "part:2").endsWith("part:6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                              | part-empty",
        "<html><body>Logga in</html>     | part-is-html",
        "{\"id\":1}                      | ``",
        "{\"id\":1                       | part-cut-off",
      })
  void whatIsWrongWithAPartIsReported(String lines, String code) throws IOException {
    assertThat(read(lines).code()).isEqualTo(code);
  }

  @Test
  void everythingThatCanGrowHasALimit() throws IOException {
    JsonLinesReader reader =
        new JsonLinesReader(new Limits(10, 20_000, 50, 5, 3, Duration.ofSeconds(10)));
    for (String lines :
        new String[] {
          "x".repeat(30_000),
          "{\"a\":" + "[".repeat(20) + "]".repeat(20) + "}\n",
          "{\"a\":[" + "1,".repeat(60) + "1]}\n",
          "{}\n{}\n{}\n{}\n"
        }) {
      PartFile part = Parts.of(folder, lines);
      assertThat(Parts.read(reader, part, new NoSettings()).code()).isEqualTo("part-over-limit");
    }
  }
}
