package norrhub.board;

import static norrhub.board.Vacancies.KIRUNA;
import static norrhub.board.Vacancies.LULEA;
import static norrhub.board.Vacancies.MALMO;
import static norrhub.board.Vacancies.doctor;
import static norrhub.board.Vacancies.vacancy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import norrhub.TestDatabase;
import norrhub.board.document.CampaignJson;
import norrhub.vacancy.State;
import norrhub.vacancy.Vacancy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostingUpdaterTest {
  private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private static Path data;

  private final DataSource database = TestDatabase.create();
  private final CatalogueRows catalogue = new CatalogueRows(database);
  private final BoardFixture fixture = new BoardFixture(database, data);
  private final PostingLog log = fixture.bean(PostingLog.class);

  PostingUpdaterTest() {
    fixture.consents.put("region-norrbotten", true);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aNewBoardBeginsWithWhatIsOpenNow() {
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    catalogue.change(doctor("2"), State.OPEN, "new", T);
    catalogue.change(doctor("2"), State.WITHDRAWN, "absent", T);
    follow(Selection.ALL);
    assertThat(moves()).containsExactly("1 in v1 selection");
  }

  @Test
  void everyMoveIsNumberedAndGivesItsReason() {
    follow(Selection.ALL);
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    follow(Selection.ALL);
    catalogue.change(doctor("1"), State.OPEN, "changed", T);
    follow(Selection.ALL);
    catalogue.change(doctor("1"), State.WITHDRAWN, "absent", T);
    follow(Selection.ALL);
    follow(Selection.ALL);
    catalogue.change(doctor("1"), State.OPEN, "reopened", T);
    follow(Selection.ALL);
    assertThat(moves())
        .containsExactly("1 in v1 new", "2 in v2 changed", "3 out v3 absent", "4 in v4 reopened");
  }

  @Test
  void whatIsNotYetOpenIsNotGiven() {
    follow(Selection.ALL);
    catalogue.change(doctor("1"), State.SCHEDULED, "new", T);
    catalogue.change(doctor("2"), State.EXPIRED, "new", T);
    follow(Selection.ALL);
    assertThat(moves()).isEmpty();
  }

  @Test
  void aVacancyThatMovesAwayFromTheSelectedCountiesGoesOut() {
    Selection north = new Selection(Optional.of(List.of("25")), false, Optional.empty());
    follow(north);
    catalogue.change(in("1", List.of(LULEA, MALMO)), State.OPEN, "new", T);
    catalogue.change(in("2", List.of(MALMO)), State.OPEN, "new", T);
    follow(north);
    catalogue.change(in("1", List.of(MALMO)), State.OPEN, "changed", T);
    follow(north);
    assertThat(moves()).containsExactly("1 in v1 new", "2 out v2 selection");
  }

  @Test
  void anotherSelectionMovesWhatStandsAndTheVersionGrows() {
    catalogue.change(in("1", List.of(KIRUNA)), State.OPEN, "new", T);
    catalogue.change(in("2", List.of(MALMO)), State.OPEN, "new", T);
    Selection north = new Selection(Optional.of(List.of("25")), false, Optional.empty());
    Selection south = new Selection(Optional.of(List.of("12")), false, Optional.empty());
    follow(north);
    follow(south);
    follow(north);
    assertThat(moves())
        .extracting(move -> move.split(" ", 2)[1])
        .containsExactlyInAnyOrder(
            "in v1 selection", // Kiruna
            "out v2 selection",
            "in v1 selection", // Malmö
            "in v3 selection",
            "out v2 selection");
    assertThat(log.count("campaign")).isEqualTo(1);
  }

  @Test
  void aWithdrawnConsentTakesThePartnersVacanciesOut() {
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    follow(Selection.ALL);
    fixture.consents.put("region-norrbotten", false);
    follow(Selection.ALL);
    assertThat(moves()).containsExactly("1 in v1 selection", "2 out v2 consent");
  }

  @Test
  void aPartnerWhoseFileIsRejectedKeepsWhatItShowsAndGetsNothingNew() {
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    follow(Selection.ALL);
    fixture.consents.clear();
    catalogue.change(doctor("1"), State.OPEN, "changed", T);
    catalogue.change(doctor("2"), State.OPEN, "new", T);
    follow(Selection.ALL);
    assertThat(moves()).containsExactly("1 in v1 selection", "2 in v2 changed");
  }

  private static Vacancy in(String key, List<norrhub.vacancy.Location> places) {
    return vacancy("region-norrbotten", key, "Läkare", places);
  }

  private void follow(Selection selection) {
    fixture
        .bean(PostingUpdater.class)
        .follow(BoardFixture.board("campaign", selection, new CampaignJson()));
  }

  private List<String> moves() {
    return log.after("campaign", 0, 100).stream()
        .map(p -> p.number() + (p.listed() ? " in v" : " out v") + p.version() + " " + p.reason())
        .toList();
  }
}
