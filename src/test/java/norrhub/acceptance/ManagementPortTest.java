package norrhub.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static norrhub.acceptance.RawHttp.answer;
import static norrhub.acceptance.RawHttp.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import norrhub.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The management port of a whole hub that exposes all that Spring has, so that whatever is ever put
 * there is looked at too.
 */
class ManagementPortTest {
  private static final String HERE = "Host: 127.0.0.1";
  private static final Set<String> READABLE =
      Set.of(
          "/actuator/health",
          "/actuator/health/liveness",
          "/actuator/health/readiness",
          "/actuator/prometheus");
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW");

  @TempDir private static Path folder;
  private static HubProcess hub;
  private static Set<String> paths;

  @BeforeAll
  static void start() throws Exception {
    hub =
        new HubProcess(
                HubProcess.home(folder),
                TestDatabase.emptyUrl(),
                List.of(
                    "--management.endpoints.web.exposure.include=*",
                    "--norrhub.management.metrics-every=1s",
                    "--norrhub.web.header-timeout=2s",
                    "--norrhub.web.connections-per-address=20"))
            .awaitUp();
    paths = paths();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  /** Every address that the running hub has there, its own answer; and some that it has not. */
  private static Set<String> paths() throws Exception {
    Set<String> all =
        new TreeSet<>(
            Set.of(
                "/", "/error", "/feeds/campaign.json", "/actuator/no", "/actuator/health/feeds"));
    JsonNode links = json(answer(port(), "GET", "/actuator", HERE)).get("_links");
    for (JsonNode link : links) {
      String path = link.get("href").asText().replaceFirst("^http://[^/]+", "");
      all.add(path.replaceAll("\\{[^}]*}", "x"));
    }
    assertThat(all).contains("/actuator/alias/x", "/actuator/status", "/actuator/env");
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: norrhub.example.org",
        "Host: 192.0.2.1",
        "Host: 127.0.0.1.example.org",
        "Host: 127.0.0.1\r\nOrigin: https://evil.example.org",
        "Host: 127.0.0.1\r\nOrigin: null",
        "Host: 127.0.0.1\r\nSec-Fetch-Site: cross-site",
        "Host: 127.0.0.1\r\nX-Forwarded-For: 127.0.0.1",
        "Host: 127.0.0.1\r\nX-Forwarded-For: 192.0.2.7",
        "Host: 127.0.0.1\r\nX-Forwarded-Host: localhost",
        "Host: 127.0.0.1\r\nForwarded: for=127.0.0.1",
        "Host: 127.0.0.1\r\nX-Real-IP: 127.0.0.1",
        "Host: 127.0.0.1\r\nVia: 1.1 proxy"
      })
  void whoeverDoesNotSitAtThisMachineIsRefusedEverywhere(String headers) throws Exception {
    List<String> open = new ArrayList<>();
    for (String path : paths) {
      for (String method : METHODS) {
        boolean reads = READABLE.contains(path) && Set.of("GET", "HEAD").contains(method);
        if (!(reads && !headers.contains("\r\n"))
            && status(answer(port(), method, path, headers)) != 403) {
          open.add(method + " " + path);
        }
      }
    }
    assertThat(open).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"})
  void readersGetHealthWithoutDetails(String path) throws Exception {
    JsonNode told = json(answer(port(), "GET", path, "Host: monitor.example.org"));
    JsonNode full = json(answer(port(), "GET", path, HERE));

    assertThat(told.get("status").asText()).isEqualTo("UP");
    assertThat(told.has("components")).isFalse();
    assertThat(full.has("components")).isEqualTo(!path.endsWith("/liveness"));
    assertThat(status(answer(port(), "HEAD", path, "Host: monitor.example.org"))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health/feeds",
        "/actuator/health/../status",
        "/actuator/health/%2e%2e/status",
        "/actuator/health;/../status",
        "/actuator/health/",
        "//actuator/status",
        "/actuator/./status"
      })
  void readersGetNothingByWritingTheAddressInAnotherWay(String path) throws Exception {
    assertThat(status(answer(port(), "GET", path, "Host: monitor.example.org"))).isIn(400, 403);
  }

  @Test
  void errorsThereHaveTheShapeOfAllErrors() throws Exception {
    for (String answer :
        List.of(
            answer(port(), "GET", "/actuator/no", HERE),
            answer(port(), "GET", "/", HERE),
            answer(port(), "POST", "/actuator/health", HERE),
            answer(port(), "GET", "/actuator/status", "Host: norrhub.example.org"))) {
      assertThat(answer).contains("Content-Type: application/problem+json");
      assertThat(json(answer).get("status").asInt()).isEqualTo(status(answer));
    }
  }

  @Test
  void metricsNameFeedsAndBoardsAndAreThereForReaders() throws Exception {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(metrics())
                    .contains("norrhub_board_items{board=\"campaign\"}")
                    .contains("norrhub_events_waiting{board=\"matching\"} 0.0"));
    assertThat(metrics())
        .contains("norrhub_database_up 1.0")
        .contains("norrhub_deliveries_recent{state=\"applied\"} 0.0")
        .contains("norrhub_events_failing 0.0")
        .contains("norrhub_board_failing{board=\"campaign\"} 0.0")
        .contains("norrhub_board_built_timestamp_seconds{board=\"campaign\"}")
        .contains("jvm_memory_used_bytes", "hikaricp_connections_active")
        .containsPattern("camel_route_policy_seconds_count\\{[^}]*routeId=\"boards\"");
  }

  private static String metrics() throws Exception {
    return RawHttp.body(answer(port(), "GET", "/actuator/prometheus", "Host: monitor.example.org"));
  }

  @Test
  void slowAndGreedyClientsAreCutThereToo() throws Exception {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        open.add(connect());
        open.get(i).getOutputStream().write("GET /act".getBytes(US_ASCII));
      }
      assertThat(isCut(connect(), 1_000)).as("one connection too many").isTrue();
      assertThat(status(answer(port(), "GET", "/actuator/health", HERE))).isEqualTo(200);
      for (Socket socket : open) {
        assertThat(isCut(socket, 6_000)).as("headers that never end").isTrue();
      }
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  private static Socket connect() throws IOException {
    return new Socket(
        InetAddress.getByName("127.0.0.1"), port(), InetAddress.getByName("127.0.0.3"), 0);
  }

  private static boolean isCut(Socket socket, int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  @Test
  void nothingOfItIsOnThePublicPort() throws Exception {
    List<String> there = new ArrayList<>();
    for (String path : paths) {
      if (path.startsWith("/actuator") && status(answer(hub.webPort(), "GET", path, HERE)) != 404) {
        there.add(path);
      }
    }
    assertThat(there).isEmpty();
  }

  private static int port() {
    return hub.managementPort();
  }

  private static JsonNode json(String answer) throws Exception {
    return new ObjectMapper().readTree(RawHttp.body(answer));
  }
}
