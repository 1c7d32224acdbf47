package norrhub.ingest.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import norrhub.vacancy.VacancyId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityScoreTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the same in all                     | läkare kiruna / 2584 / 2026-12-01 / vård / 17   | läkare kiruna / 2584 / 2026-12-01 / vård / 17  | 100
          the same title and nothing more     | läkare / - / - / - / -                          | läkare / - / - / - / -                         | 60
          the same title in another town      | läkare / 2584 / - / - / -                       | läkare / 2580 / - / - / -                      | 69
          a title with one word more          | läkare kiruna / 2584 / 2026-12-01 / - / -       | läkare / 2584 / 2026-12-01 / - / -             | 81
          the same reference, a changed title | läkare kiruna / 2584 / - / - / 2026 28          | läkare / 2580 / - / - / 2026 28                | 95
          the same reference, another title   | läkare / 2584 / - / - / 17                      | snickare / 2584 / - / - / 17                   | 40
          """)
  void scores(String story, String one, String other, int score) {
    assertThat(SimilarityScore.of(traits(one), traits(other)).score()).isEqualTo(score);
  }

  private static MatchFeatures traits(String line) {
    String[] part = line.split(" / ");
    return new MatchFeatures(
        VacancyId.of("x", line),
        line,
        part[0],
        words(part[0]),
        words(part[1]),
        words(part[3]),
        given(part[2]).map(LocalDate::parse),
        given(part[4]));
  }

  private static Set<String> words(String text) {
    return given(text).stream()
        .flatMap(words -> Arrays.stream(words.split(" ")))
        .collect(Collectors.toSet());
  }

  private static Optional<String> given(String text) {
    return Optional.of(text.strip()).filter(word -> !word.equals("-"));
  }
}
