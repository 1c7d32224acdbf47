package norrhub.board.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.board.Access;
import norrhub.board.Board;
import norrhub.board.Selection;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BoardPaceTest {
  private final Board board =
      new Board(
          "campaign",
          "Jobba i norr",
          new CampaignJson(),
          Access.PUBLIC,
          List.of(),
          Duration.ofSeconds(10),
          Selection.ALL,
          List.of(),
          Optional.empty());

  @Test
  void whereNothingIsSetTheBoardsOwnPaceStands() {
    assertThat(pace(Map.of()).of(board)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aBoundMakesItFasterButNeverSlower() {
    assertThat(pace(Map.of("norrhub.pace.publish-at-most", "1s")).of(board))
        .isEqualTo(Duration.ofSeconds(1));
    assertThat(pace(Map.of("norrhub.pace.publish-at-most", "1m")).of(board))
        .isEqualTo(Duration.ofSeconds(10));
  }

  private static BoardPace pace(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("norrhub.pace", BoardPace.class);
  }
}
