package norrhub.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** The hub's own jobs, when they fail. */
@ExtendWith(OutputCaptureExtension.class)
class JobsTest {
  @TempDir Path home;

  @Test
  void aFailingJobIsReportedOnceAndShownUntilItWorksAgain(CapturedOutput output) throws Exception {
    try (LiveHub hub = new LiveHub(home).start()) {
      JdbcTemplate db = hub.part(JdbcTemplate.class);
      await().untilAsserted(() -> assertThat(job(hub, "clock")).contains("\"works\""));
      db.execute("alter table alias rename to gone");
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(job(hub, "work")).contains("failing", "since", "alias"));
      long runs = runs(hub, "work");
      await().until(() -> runs(hub, "work") >= runs + 6);
      assertThat(times(output, "job work fails")).isEqualTo(1);
      assertThat(hub.run("status").out()).contains("job work: fails since");
      assertThat(job(hub, "clock")).contains("\"works\"");

      db.execute("alter table gone rename to alias");
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(job(hub, "work")).contains("\"works\""));
      assertThat(times(output, "job work works again")).isEqualTo(1);
      assertThat(hub.run("status").out()).doesNotContain("job work");
    }
  }

  private static long runs(LiveHub hub, String route) {
    return hub
        .part(MeterRegistry.class)
        .find("camel.route.policy")
        .tag("routeId", route)
        .timers()
        .stream()
        .mapToLong(Timer::count)
        .sum();
  }

  private static int times(CapturedOutput output, String words) {
    return output.toString().split(words, -1).length - 1;
  }

  private static String job(LiveHub hub, String job) throws Exception {
    String health =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/actuator/health".formatted(hub.port())))
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    return new ObjectMapper().readTree(health).at("/components/jobs/details/" + job).toString();
  }
}
