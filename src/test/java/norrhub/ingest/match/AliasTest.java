package norrhub.ingest.match;

import static norrhub.ingest.KraftJobs.feed;
import static norrhub.ingest.KraftJobs.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import norrhub.ingest.IngestFixture;
import norrhub.ingest.KraftJobs;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import norrhub.vacancy.VacancyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day on which a partner changes its recruiting system. */
class AliasTest {
  @TempDir Path home;
  private IngestFixture fixture;

  @BeforeEach
  void theOldSystemHasSentTwelve() throws IOException {
    fixture = new IngestFixture(home, feed("feed", 30));
    fixture.apply(file(12));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void acceptedWhileTheNewSystemIsOnTrialNoBoardNoticesTheChange() throws IOException {
    fixture = fixture.reopened(home, feed("feed", 30, "trial"));
    fixture.apply(renumbered());

    List<AliasProposal> proposals = suggest();
    assertThat(proposals)
        .hasSize(12)
        .allSatisfy(
            pair -> {
              assertThat(pair.score()).isEqualTo(100);
              assertThat(pair.key()).isEqualTo("N" + pair.oldKey().substring(1));
              assertThat(pair.why()).isEqualTo("same title, same place, same deadline");
            });
    accept(proposals);
    fixture = fixture.reopened(home, feed("feed", 30));
    fixture.ingest().applyAgainWhatChanged();
    fixture.work();

    assertThat(fixture.changes()).hasSize(24).contains("N3 v2 OPEN changed");
    assertThat(fixture.changes())
        .as("what boards follow: the old ids again, nothing withdrawn, nothing new")
        .noneMatch(change -> change.contains("WITHDRAWN") || change.startsWith("N3 v1"));
    assertThat(vacancies()).isEqualTo(12);
  }

  @Test
  void acceptedTooLateTheOldIdsComeBackAndTheNewOnesGo() throws IOException {
    fixture.apply(renumbered());
    assertThat(vacancies()).isEqualTo(24);

    accept(suggest());
    fixture.work();

    assertThat(fixture.open()).hasSize(12).contains("N3 Montör 3");
    assertThat(fixture.changes()).contains("N3 v2 WITHDRAWN alias");
    assertThat(suggest()).isEmpty();
  }

  @Test
  void whatThePartnerStillSendsIsNoOldVacancy() throws IOException {
    fixture.apply(file(12) + KraftJobs.rowsOf(1, "").replace("K1;", "N1;"));

    assertThat(suggest()).isEmpty();
  }

  private static String renumbered() {
    return file(12).replace("\nK", "\nN");
  }

  private List<AliasProposal> suggest() throws IOException {
    return fixture.bean(AliasSuggestions.class).suggest(partner());
  }

  private void accept(List<AliasProposal> proposals) {
    Map<String, VacancyId> pairs =
        proposals.stream()
            .collect(Collectors.toMap(AliasProposal::key, p -> VacancyId.parse(p.vacancy())));
    fixture.bean(AliasSuggestions.class).accept(partner(), pairs);
  }

  private Partner partner() {
    return fixture.bean(Partners.class).partner("kraftbolaget").orElseThrow();
  }

  private int vacancies() {
    return fixture.db().sql("select count(*) from vacancy").query(Integer.class).single();
  }
}
