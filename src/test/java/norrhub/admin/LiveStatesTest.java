package norrhub.admin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import norrhub.admin.cli.CommandLineRun;
import norrhub.delivery.DeliveryIntake;
import norrhub.delivery.DeliveryState;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever state a feed or its last delivery is in, the command line can show it. */
class LiveStatesTest {
  private static final NoticeKind UNKNOWN =
      new NoticeKind("unknown-sender", Severity.ERROR, "{value} is unknown.", "{value} är okänd.");

  @TempDir private static Path home;
  private static LiveHub hub;
  private static JdbcClient db;

  @BeforeAll
  static void start() throws IOException {
    hub =
        new LiveHub(
            home,
            "state",
            partner("state-jobs", "/state"),
            "refused",
            partner("refused-jobs", "/refused"),
            "silent",
            partner("silent-jobs", "/silent"),
            "new",
            partner("new-jobs", "/new"),
            "empty",
            partner("empty-jobs", "/empty"));
    for (String path : new String[] {"/state", "/refused", "/silent"}) {
      hub.ats.stubFor(get(path).willReturn(okJson(LiveHub.vacancies("Snickare"))));
    }
    hub.ats.stubFor(get("/new").willReturn(aResponse().withStatus(500)));
    hub.ats.stubFor(get("/empty").willReturn(aResponse().withStatus(200).withBody(" ")));
    hub.start();
    db = hub.part(JdbcClient.class);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static String partner(String feed, String path) {
    return """
    name: Bolaget
    feeds:
      - id: %s
        format: teamtailor-feed
        speaksFor: feed
        every: 1d
        rest:
          url: ATS%s
    """
        .formatted(feed, path);
  }

  @ParameterizedTest
  @EnumSource(DeliveryState.class)
  void theLastDeliveryIsShownWhateverBecameOfIt(DeliveryState state) throws IOException {
    settled("state-jobs");
    db.sql(
            """
            update delivery set state = :state, try_after = now() + interval '1 hour',
              finished_at = case when :state <> 'RECEIVED' then coalesce(finished_at, now()) end
            where feed = 'state-jobs' and number = (select max(number) from delivery where feed = 'state-jobs')""")
        .param("state", state.name())
        .update();
    db.sql(
            """
            update feed_latest set delivery = (select max(number) from delivery
              where feed = 'state-jobs' and state <> 'RECEIVED') where feed = 'state-jobs'""")
        .update();

    CommandLineRun status = hub.run("status", "state-jobs");
    CommandLineRun notices = hub.run("notices", lastDelivery());
    boolean bad = state == DeliveryState.FAILED || state == DeliveryState.REFUSED;

    assertThat(status.err()).isEmpty();
    assertThat(status.out()).contains(state == DeliveryState.RECEIVED ? "none yet" : " ago: ");
    assertThat(status.out()).contains(bad ? " failing " : " ok ");
    assertThat(status.exitCode()).isEqualTo(bad ? 1 : 0);
    assertThat(notices.out()).contains(lastDelivery(), state.name());
    assertThat(notices.exitCode()).isZero();
    assertThat(json("state-jobs").toString()).doesNotContain("null");
  }

  private static String lastDelivery() {
    return db.sql("select id from delivery where feed = 'state-jobs' order by number desc limit 1")
        .query(String.class)
        .single();
  }

  @Test
  void oneRefusedMailBreaksNeitherStatusNorPoll() throws IOException {
    settled("refused-jobs");
    hub.part(DeliveryIntake.class)
        .refused("refused-jobs", "refused", "jobb.csv", UNKNOWN, "x@example.org", Instant.now());

    CommandLineRun all = hub.run("status");
    assertThat(all.out())
        .containsPattern("refused-jobs +rest +live +failing ")
        .containsPattern("refused-jobs is failing since 2\\S+ \\(\\d+ s ago\\): ");
    assertThat(json("refused-jobs").at("/feeds/0/lastDelivery/at").asText()).startsWith("2");

    CommandLineRun poll = hub.run("poll", "refused-jobs");
    assertThat(poll.out()).containsPattern("refused-jobs +rest +live +ok ");
    assertThat(poll.exitCode()).isZero();
  }

  @Test
  void aFeedFromWhichNothingComesIsSilentInStatusAndHealth() throws IOException {
    settled("silent-jobs");
    db.sql(
            """
            update feed_latest set last_arrival = now() - interval '30 days',
              arrivals = array[now() - interval '33 days', now() - interval '32 days',
                now() - interval '31 days', now() - interval '30 days']
            where feed = 'silent-jobs'""")
        .update();

    CommandLineRun status = hub.run("status", "silent-jobs");

    assertThat(status.out())
        .containsPattern("silent-jobs +rest +live +silent ")
        .containsPattern(
            "silent-jobs is silent since 2\\S+ \\(30 days ago\\): nothing came for 30 days; usually something comes within 24 h");
    assertThat(status.exitCode()).isEqualTo(1);
    assertThat(hub.health().at("/components/feeds/details/silent/silent-jobs/health").asText())
        .isEqualTo("SILENT");
    assertThat(hub.health().at("/components/feeds/details/ok").has("silent-jobs")).isFalse();
  }

  @Test
  void aFeedThatWasNeverPolledIsNew() {
    await().until(() -> hub.run("status", "new-jobs").out().contains("HTTP 500"));
    db.sql("delete from feed_state where feed = 'new-jobs'").update();

    CommandLineRun status = hub.run("status", "new-jobs");

    assertThat(status.out()).containsPattern("new-jobs +rest +live +new +never +in .* +none yet");
    assertThat(status.exitCode()).isZero();
  }

  @Test
  void theReasonIsTheReasonAndTheNoticesOfADeliveryAreShownByItsIdOrItsFeed() throws IOException {
    settled("empty-jobs");

    CommandLineRun status = hub.run("status", "empty-jobs");
    assertThat(status.out())
        .containsPattern("empty-jobs is failing since 2\\S+ \\(\\d+ s ago\\): The file is empty\\.")
        .contains("norrhub notices <feed> shows what was found");
    String since = json("empty-jobs").at("/feeds/0/since").asText();
    hub.run("poll", "empty-jobs");
    assertThat(json("empty-jobs").at("/feeds/0/since").asText()).isEqualTo(since);

    CommandLineRun notices = hub.run("notices", "empty-jobs");
    assertThat(notices.out())
        .containsPattern("empty-jobs-\\d+ \\(.*\\) APPLIED at 2\\S+: 0 received, 0 accepted ")
        .containsPattern("\nERROR   part-empty  at page 1\n  The file is empty\\. ")
        .contains("\n1 notice\n");
    assertThat(hub.run("notices", "empty-jobs", "--swedish").out()).contains("Filen är tom.");
    assertThat(hub.run("notices", "empty-jobs-9999").err())
        .startsWith("No delivery or feed is called `empty-jobs-9999`");
    assertThat(hub.run("notices", "empty-jobs-9999").exitCode()).isEqualTo(1);
  }

  private static void settled(String feed) {
    await()
        .until(
            () ->
                db.sql("select exists (select from delivery where feed = :feed and outcome <> '')")
                    .param("feed", feed)
                    .query(Boolean.class)
                    .single());
  }

  private static JsonNode json(String feed) throws IOException {
    return new ObjectMapper().readTree(hub.run("status", feed, "--json").out());
  }
}
