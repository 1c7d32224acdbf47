package norrhub.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import norrhub.board.document.CampaignJson;
import norrhub.config.ConfigFiles;
import norrhub.partner.Partners;
import norrhub.platform.HubDirectories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerConsentsTest {
  @TempDir private Path config;
  private final ConfigFiles reader = new ConfigFiles(name -> Optional.empty());

  @BeforeEach
  void writeBoards() throws IOException {
    for (String board : List.of("campaign", "indeed", "broken")) {
      String format = board.equals("broken") ? "none" : "campaign-json";
      write("boards", board, "name: N\nformat: " + format + "\n");
    }
  }

  @Test
  void onlyWhatIsWrittenIsConsent() throws IOException {
    write("partners", "one", "name: One\nboards: { campaign: yes, indeed: self }\n");
    write("partners", "two", "name: Two\n");
    write("partners", "three", "name: Three\nboards: all\n");

    Consents consents = consents();

    assertThat(consents.to("campaign", "one")).contains(true);
    assertThat(consents.to("indeed", "one")).as("its own ATS publishes there").contains(false);
    assertThat(consents.to("later", "one")).contains(false);
    assertThat(consents.to("campaign", "two")).contains(false);
    assertThat(consents.to("later", "three")).as("a board to come").contains(true);
    assertThat(consents.to("campaign", "nobody")).isEmpty();
  }

  @Test
  void aNameThatIsNoBoardLeavesOpenWhatHoldsForThoseThatAreNotNamed() throws IOException {
    write("partners", "one", "name: One\nboards: [campain, indeed]\n");

    Consents consents = consents();

    assertThat(consents.to("indeed", "one")).contains(true);
    assertThat(consents.to("campaign", "one")).as("it may have been meant").isEmpty();
  }

  @Test
  void aBoardWhoseFileHasAFaultIsABoard() throws IOException {
    write("partners", "one", "name: One\nboards: [broken, indeed]\n");

    assertThat(consents().to("campaign", "one")).contains(false);
  }

  @Test
  void theFingerprintMovesWithEveryAnswer() throws IOException {
    write("partners", "one", "name: One\nboards: [campaign]\n");
    String yes = consents().fingerprint("campaign");
    write("partners", "one", "name: One\nboards: []\n");
    String no = consents().fingerprint("campaign");
    write("partners", "one", "name: One\nboards: [campain]\n");
    String unclear = consents().fingerprint("campaign");

    assertThat(List.of(yes, no, unclear)).doesNotHaveDuplicates();
  }

  @Test
  void aBoardCannotBeCalledAll() throws IOException {
    write("boards", "all", "name: All\nformat: campaign-json\n");

    assertThat(boards().check())
        .extracting(Object::toString)
        .contains(
            config.resolve("boards/all.yaml")
                + ":1: `all` means all boards in the files of partners: rename this board");
  }

  private void write(String folder, String name, String text) throws IOException {
    Path file = Files.createDirectories(config.resolve(folder)).resolve(name + ".yaml");
    Files.writeString(file, text);
  }

  private PartnerConsents consents() {
    return new PartnerConsents(new Partners(home(), reader), boards());
  }

  private BoardFiles boards() {
    return new BoardFiles(home(), reader, List.of(new CampaignJson()));
  }

  private HubDirectories home() {
    return new HubDirectories(config, config, config);
  }
}
