package norrhub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import norrhub.catalogue.Alias;
import norrhub.catalogue.Aliases;
import norrhub.vacancy.VacancyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is the same vacancy: in one delivery, in two channels of an ATS, and in the next ATS. */
class IdentityTest {
  @TempDir Path home;
  private IngestFixture fixture;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void rowsOfOneVacancyAreUnitedThoughOthersStandBetweenThem() throws IOException {
    fixture = new IngestFixture(home, feed("workable"));

    assertThat(fixture.apply(workable(row("A1", "Boden"), row("B2", "Luleå"), row("A1", "Kiruna"))))
        .contains("3 received, 3 accepted (2 new or changed), 0 rejected");
    assertThat(fixture.changes()).containsExactlyInAnyOrder("A1 v1 OPEN new", "B2 v1 OPEN new");
    assertThat(places("A1")).containsExactly("Boden", "Kiruna");

    assertThat(fixture.apply(workable(row("A1", "Boden"), row("A1", "Kiruna"), row("B2", "Luleå"))))
        .as("the same set in another order of the file")
        .contains("3 accepted (0 new or changed)");
    fixture.apply(workable(row("A1", "Boden"), row("A1", "Gällivare"), row("B2", "Luleå")));
    assertThat(fixture.changes()).last().isEqualTo("A1 v2 OPEN changed");
    assertThat(places("A1")).containsExactly("Boden", "Gällivare");
  }

  @Test
  void aChannelThatNumbersItsAdsAnewKeepsTheIdsByTheKeyOfTheOther() throws IOException {
    fixture = new IngestFixture(home, feed("reachmee-rss"));
    fixture.apply(rss(12));
    fixture = fixture.reopened(home, feed("reachmee-rest"));

    assertThat(fixture.apply(rest(12, 90_000))).contains("12 accepted", "0 withdrawn");
    assertThat(ids()).hasSize(12);
    assertThat(fixture.changes()).noneMatch(change -> change.contains("WITHDRAWN"));
    fixture.apply(rest(12, 90_000) + "\n");
    assertThat(ids()).as("and for ever").hasSize(12);
  }

  @Test
  void aNewAdOfARecruitmentTakesTheIdOfItsOldOneButNeverOneThatIsStillThere() throws IOException {
    fixture = new IngestFixture(home, feed("reachmee-rest"));
    fixture.apply(list(ad(1, "P"), ad(2, "Q")));
    fixture.apply(list(ad(3, "P"), ad(1, "P"), ad(4, "Q"), ad(5, "Q")));

    assertThat(fixture.changes())
        .as("1 is there, so 3 is new; 2 is gone, so 4 goes on with it, and 5 is new")
        .contains("3 v1 OPEN new", "5 v1 OPEN new", "4 v2 OPEN changed")
        .noneMatch(change -> change.startsWith("4 v1"));
    assertThat(ids()).hasSize(4);
  }

  @Test
  void anAcceptedAliasBringsBackTheOldIdAndTakesTheNewOneAway() throws IOException {
    fixture = new IngestFixture(home, KraftJobs.feed("feed", 100));
    fixture.apply(KraftJobs.file(12));
    String renumbered = KraftJobs.file(12).replace("\nK", "\nN");
    fixture.apply(renumbered);
    fixture.later(Duration.ofHours(24));
    fixture.apply(renumbered);
    assertThat(fixture.open()).hasSize(12).contains("N3 Montör 3");

    VacancyId old = VacancyId.of("kraftbolaget", "K3");
    fixture
        .bean(Aliases.class)
        .accept("kraftbolaget", List.of(Alias.ofKey("N3", old)), Clock.systemUTC());
    fixture.ingest().applyAgainWhatChanged();
    fixture.work();

    assertThat(fixture.open()).hasSize(12).contains("N3 Montör 3");
    assertThat(fixture.changes()).contains("N3 v3 OPEN reopened", "N3 v2 WITHDRAWN alias");
    assertThat(
            fixture
                .db()
                .sql("select source_key || ' ' || state from vacancy where id = ?")
                .param(old.value())
                .query(String.class)
                .single())
        .isEqualTo("N3 OPEN");
  }

  private List<String> ids() {
    return fixture.db().sql("select distinct id::text from vacancy").query(String.class).list();
  }

  private List<String> places(String key) {
    return fixture
        .db()
        .sql(
            """
            select place ->> 'city' from vacancy v
            join lateral (select content::jsonb as c from vacancy_version w where w.id = v.id
                          order by w.version desc limit 1) content on true,
            jsonb_array_elements(c -> 'locations') as place
            where v.source_key = ?""")
        .param(key)
        .query(String.class)
        .list();
  }

  private static String feed(String format) {
    return KraftJobs.feed(format, "feed", 100, "live").replace("atLeast: 5", "atLeast: 1");
  }

  private static String workable(String... rows) {
    return "{\"jobs\": [" + String.join(",", rows) + "]}";
  }

  private static String row(String shortcode, String city) {
    return """
    {"shortcode": "%1$s", "title": "Svetsare", "description": "<p>Du svetsar.</p>",
     "url": "https://apply.workable.example/j/%1$s", "published_on": "2026-11-01",
     "locations": [{"city": "%2$s", "countryCode": "SE", "hidden": false}]}"""
        .formatted(shortcode, city);
  }

  private static String rss(int ads) {
    return IntStream.rangeClosed(1, ads)
        .mapToObj(
            n ->
                """
                <item><CommAdSeqNo>%d</CommAdSeqNo><title>Montör %d</title>
                <description>Du bygger.</description>
                <link>https://web1.reachmee.example/main?rmjob=%d</link></item>"""
                    .formatted(n, n, n))
        .collect(Collectors.joining("", "<rss><channel>", "</channel></rss>"));
  }

  private static String rest(int ads, int from) {
    return IntStream.rangeClosed(1, ads)
        .mapToObj(n -> ad(from + n, "P" + n, n))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String list(String... ads) {
    return "[" + String.join(",", ads) + "]";
  }

  private static String ad(int number, String project) {
    return ad(number, project, number);
  }

  private static String ad(int number, String project, int inAddress) {
    return """
    {"ad_id": %d, "project_id": "%s", "title": "Montör", "description": "<p>Du bygger.</p>",
     "link": "https://web1.reachmee.example/main?rmjob=%d"}"""
        .formatted(number, project, inAddress);
  }
}
