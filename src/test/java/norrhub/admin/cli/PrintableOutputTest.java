package norrhub.admin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What partners and servers write does not steer the terminal of whoever looks. */
class PrintableOutputTest {
  private static final String STEERING = "\u001b[2J\u009b31m\u202e";

  @TempDir Path folder;

  @Test
  void aFilesNameAndItsVacanciesAreShownAsWhatTheyAre() throws Exception {
    Path file = folder.resolve("a" + STEERING + "\nb.csv");
    Files.write(
        file,
        ("Ref;Titel;Arbetsgivare;Ort;Länk\nA"
                + STEERING
                + "1;Kock"
                + STEERING
                + ";Bo;Umeå;https://jobb.elak"
                + STEERING
                + "/1\n")
            .getBytes(UTF_8));

    for (String json : new String[] {"", "--json"}) {
      CommandLineRun preview =
          json.isEmpty()
              ? CommandLineRun.of("preview", "csv-vacancies", file.toString())
              : CommandLineRun.of("preview", "csv-vacancies", file.toString(), json);

      assertThat(preview.out() + preview.err())
          .contains("a\\u001b[2J\\u009b31m\\u202e\\nb.csv")
          .doesNotContain("\u001b", "\u009b", "\u202e");
    }
  }

  @Test
  void theTextsOfAHubsAnswerAreOneLineEach() throws Exception {
    JsonNode answer =
        new ObjectMapper()
            .readTree("{\"a\": [{\"b\\n\": \"x\\ny\\u001b\"}], \"shown\": \"1\\n2\", \"n\": 3}");

    assertThat(PrintableJson.of(answer, Set.of("shown")))
        .hasToString("{\"a\":[{\"b\\\\n\":\"x\\\\ny\\\\u001b\"}],\"shown\":\"1\\n2\",\"n\":3}");
  }

  @Test
  void halvesOfACharacterThatComeApartStayTogether() {
    StringWriter shown = new StringWriter();
    try (PrintWriter out = new PrintWriter(new PrintableWriter(shown))) {
      out.write("a\ud83d");
      out.write("\ude00b");
      out.write('\u001b');
    }

    assertThat(shown).hasToString("a😀b\\u001b");
  }
}
