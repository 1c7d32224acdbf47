package norrhub.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import norrhub.mapping.Draft;
import norrhub.vacancy.State;
import norrhub.vacancy.VacancyId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Not yet published is a state, in every format that says when publication begins. The samples' own
 * dates lie ahead of a hub that reads them long before.
 */
class NotYetPublishedTest {
  private static final Instant LONG_BEFORE = Instant.parse("2001-01-01T00:00:00Z");
  private static final NormalisationContext INTAKE =
      new NormalisationContext(
          Drafts.STEGRA,
          VacancyId.of("stegra", "17"),
          "17",
          LONG_BEFORE,
          Optional.empty(),
          Drafts.VOCABULARY);

  static Stream<Path> formats() throws IOException {
    return Files.list(Path.of("config/formats")).filter(Files::isDirectory).sorted();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whatBeginsLaterIsScheduledUntilThen(Path format) throws IOException {
    for (JsonNode reading : new ObjectMapper().readTree(format.resolve("expected.json").toFile())) {
      Draft draft = new Draft(reading.path("draft"));
      if (draft.text("published").or(() -> draft.text("publishFrom")).isPresent()) {
        Drafts.NORMALISER
            .normalise(draft, INTAKE)
            .vacancy()
            .ifPresent(
                vacancy -> {
                  assertThat(vacancy.stateAt(LONG_BEFORE)).isEqualTo(State.SCHEDULED);
                  Instant opens = vacancy.movesAfter(LONG_BEFORE).orElseThrow();
                  assertThat(vacancy.stateAt(opens)).isNotEqualTo(State.SCHEDULED);
                });
      }
    }
  }
}
