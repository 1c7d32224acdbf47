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
  void whereNothingIsNewNothingIsSuggestedNorAccepted() {
    assertThat(hub.run("alias", "suggest", "bolaget").out()).startsWith("Nothing that");

    CommandLineRun accept = hub.run("alias", "accept", "bolaget", "--score", "90");
    assertThat(accept.out()).startsWith("0 keys");
    assertThat(accept.exitCode()).isEqualTo(1);
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
