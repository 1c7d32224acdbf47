package norrhub.admin;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import norrhub.admin.cli.CommandLineRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class AliasCommandsTest {
  private static final String PARTNER =
      """
      name: Bolaget
      boards: all
      feeds:
        - id: bolaget-jobs
          format: teamtailor-feed
          speaksFor: feed
          every: 1d
          rest:
            url: ATS/bolaget
      """;

  @TempDir private static Path home;
  private static LiveHub hub;

  @BeforeAll
  static void start() throws IOException {
    hub = new LiveHub(home, "bolaget", PARTNER);
    hub.ats.stubFor(get("/bolaget").willReturn(okJson(LiveHub.vacancies("Snickare"))));
    hub.start();
    await().until(() -> hub.run("status", "bolaget-jobs").out().contains("1 received"));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void aVacancyUnderANewKeyIsSuggestedInATableAndAcceptedAndElseNothingIs() {
    assertThat(hub.run("alias", "suggest", "bolaget").out()).startsWith("Nothing that");
    CommandLineRun nothing = hub.run("alias", "accept", "bolaget", "--score", "90");
    assertThat(nothing.out()).startsWith("0 keys");
    assertThat(nothing.exitCode()).isEqualTo(1);

    String old = id();
    hub.ats.stubFor(
        get("/bolaget")
            .willReturn(
                okJson(
                    LiveHub.vacancies("Snickare")
                        .replace("\"id\": \"1\"", "\"id\": \"77\"")
                        .replace("/jobs/1-jobb", "/jobs/77-jobb"))));
    assertThat(hub.run("poll", "bolaget-jobs").out()).contains("1 received");

    assertThat(hub.run("alias", "suggest", "bolaget").out())
        .containsPattern("score +key +title +old vacancy +old title +because")
        .containsPattern("\\d+ +77 +Snickare +" + old + " +Snickare ")
        .contains("norrhub alias accept bolaget --score <least>");
    CommandLineRun accept = hub.run("alias", "accept", "bolaget", "77", old);
    assertThat(accept.out()).startsWith("1 keys are mapped to existing vacancies");
    assertThat(accept.exitCode()).isZero();
    await().until(() -> hub.run("alias", "suggest", "bolaget").out().startsWith("Nothing that"));
  }

  private static String id() {
    return hub.part(JdbcClient.class)
        .sql("select id from vacancy")
        .query(String.class)
        .single()
        .replace("-", "");
  }

  @Test
  void anotherPartnersVacancyOrNoneIsRefused() {
    String nobodys = "0123456789abcdef0123456789abcdef";

    assertThat(hub.run("alias", "accept", "bolaget", "90017", nobodys).err())
        .contains("never had a vacancy with the id " + nobodys);
    assertThat(hub.run("alias", "accept", "bolaget").err()).contains("--score");
    assertThat(hub.run("alias", "suggest", "bolagt").err()).contains("did you mean `bolaget`?");
  }
}
