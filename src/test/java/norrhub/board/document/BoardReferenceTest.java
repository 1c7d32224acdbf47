package norrhub.board.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import norrhub.Golden;
import norrhub.board.Board;
import norrhub.board.BoardFile;
import norrhub.board.BoardFiles;
import norrhub.board.BoardFixture;
import norrhub.board.event.EventFormat;
import norrhub.config.ConfigFiles;
import norrhub.config.EditorSchema;
import norrhub.config.Fault;
import norrhub.config.KeyReference;
import norrhub.platform.HubDirectories;
import norrhub.vocabulary.Vocabularies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board files of this repository, and what is made from their type. */
class BoardReferenceTest {
  private static final Path PAGE = Path.of("src/docs/add-a-board.md");

  @Test
  void theSchemaForEditorsIsFresh() throws IOException {
    Golden.check(
        Path.of("src/main/resources/schema/board-v1.json"),
        EditorSchema.of(BoardFile.class).toPrettyString() + "\n");
  }

  @Test
  void theReferenceOfKeysIsFresh() throws IOException {
    Golden.checkPart(PAGE, "keys", KeyReference.of(BoardFile.class, "The board") + "\n");
  }

  @Test
  void theBoardsOfTheCampaignAreReadWithoutAFault() {
    BoardFiles boards = files(Path.of("config"));
    assertThat(boards.check()).isEmpty();
    assertThat(boards.all()).extracting(Board::id).contains("campaign", "indeed", "matching");
  }

  @Test
  void everyFaultOfABoardFileIsReportedAndTheOthersStand(@TempDir Path home) throws IOException {
    Path folder = Files.createDirectories(home.resolve("boards"));
    Files.writeString(folder.resolve("good.yaml"), "name: Good\nformat: campaign-json\n");
    Files.writeString(folder.resolve("typo.yaml"), "name: T\nformat: campaign-jsn\n");
    Files.writeString(folder.resolve("mute.yaml"), "name: M\nformat: events\n");
    Files.writeString(
        folder.resolve("keys.yaml"),
        "name: K\nformat: campaign-json\nkeys: [abc]\nselect:\n  counties: [norrbotten]\n");
    BoardFiles boards = files(home);
    assertThat(boards.all()).extracting(Board::id).containsExactly("good");
    assertThat(boards.check())
        .extracting(fault -> fault.file().getFileName() + ":" + fault.line())
        .containsExactlyInAnyOrder("typo.yaml:2", "mute.yaml:1", "keys.yaml:3", "keys.yaml:5");
  }

  @Test
  void theExamplesOfThePageAreValid(@TempDir Path folder) throws IOException {
    List<String> examples =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult example) -> example.group(1))
            .toList();
    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      List<Fault> faults =
          reader().read(folder.resolve("example.yaml"), example, BoardFile.class).faults();
      assertThat(faults).as(example).isEmpty();
    }
  }

  private static BoardFiles files(Path config) {
    return new BoardFiles(
        new HubDirectories(config, config, config),
        reader(),
        List.of(
            new CampaignJson(),
            new EventFormat(BoardFixture.HUB),
            new IndeedXml(Vocabularies.of(Path.of("config")))));
  }

  private static ConfigFiles reader() {
    return new ConfigFiles(name -> Optional.empty());
  }
}
