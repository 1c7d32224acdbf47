package norrhub.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import norrhub.TestDatabase;
import norrhub.board.KeyHash;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How the public port treats clients of all kinds: those beside a browser, behind a proxy, slow.
 */
class HttpMannersTest {
  private static final String KEY = "one-key";
  private static final String SITE = "https://jobb.example.org";

  @TempDir private static Path home;
  private static WebFixture hub;

  @BeforeAll
  static void start() {
    String keyed =
        "name: Keyed\nformat: campaign-json\nkeys:\n  - " + KeyHash.of(KEY).text() + "\n";
    hub =
        new WebFixture(
            TestDatabase.url(),
            home,
            Map.of(
                "campaign", "name: Jobba i norr\nformat: campaign-json\naccess: public\n",
                "keyed", keyed,
                "shown", keyed),
            "--norrhub.web.requests-per-minute=100",
            "--norrhub.web.trusted-proxies=127.0.0.9",
            "--norrhub.web.connections-per-address=30",
            "--norrhub.web.header-timeout=2s",
            "--norrhub.web.origins.shown=" + SITE);
    hub.publish();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "BREW"})
  void whoTriesToWriteLearnsWhatIsAllowed(String method) throws Exception {
    for (String path :
        List.of("/feeds/campaign.json", "/feeds/campaign/changes", "/schema/vacancy-v1.json")) {
      HttpResponse<byte[]> answer = hub.send(method, path);
      assertThat(answer.statusCode()).as(path).isEqualTo(405);
      assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
      assertThat(problem(answer).get("title").asText()).isEqualTo("Method Not Allowed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "DELETE"})
  void whatIsNotThereIsNotThereForAnyMethod(String method) throws Exception {
    HttpResponse<byte[]> answer = hub.send(method, "/");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(problem(answer).get("instance").asText()).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example.org",
        "/schema",
        "/feeds",
        "/feeds/",
        "//evil.example.org/..",
        "/."
      })
  void noAddressRedirects(String path) throws Exception {
    String answer = written("127.0.0.1", get(path, "Host: x"));
    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContainIgnoringCase("location:");
  }

  @Test
  void crawlersFindTheFeedsAndNothingElse() throws Exception {
    HttpResponse<byte[]> robots = hub.get("/robots.txt");
    assertThat(robots.statusCode()).isEqualTo(200);
    assertThat(header(robots, "Content-Type")).startsWith("text/plain");
    assertThat(new String(robots.body(), UTF_8)).contains("Allow: /feeds/", "Disallow: /");
    assertThat(hub.send("HEAD", "/robots.txt").statusCode()).isEqualTo(200);
  }

  @Test
  void pagesOfAllSitesReadPublicBoards() throws Exception {
    for (String path :
        List.of(
            "/feeds/campaign.json",
            "/feeds/campaign/changes",
            "/feeds/campaign/changes?after=x",
            "/schema/vacancy-v1.json")) {
      HttpResponse<byte[]> answer = hub.get(path, "Origin", SITE);
      assertThat(header(answer, "Access-Control-Allow-Origin")).as(path).isEqualTo("*");
      assertThat(header(answer, "Access-Control-Expose-Headers")).contains("ETag", "Retry-After");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }
    HttpResponse<byte[]> preflight = preflight("/feeds/campaign.json", SITE);
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(header(preflight, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("If-None-Match");
    assertThat(header(preflight, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  void pagesReadAKeyedBoardOnlyWhereTheSettingsNameTheirSite() throws Exception {
    for (HttpResponse<byte[]> answer :
        List.of(
            hub.get("/feeds/keyed.json", "X-Api-Key", KEY, "Origin", SITE),
            preflight("/feeds/keyed.json", SITE),
            hub.get("/feeds/shown.json", "X-Api-Key", KEY, "Origin", "https://evil.example.org"),
            preflight("/feeds/shown.json", "https://evil.example.org"))) {
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
    HttpResponse<byte[]> answer = hub.get("/feeds/shown.json", "X-Api-Key", KEY, "Origin", SITE);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(SITE);
    assertThat(answer.headers().allValues("Vary")).contains("Origin", "Accept-Encoding");
    assertThat(header(preflight("/feeds/shown.json", SITE), "Access-Control-Allow-Headers"))
        .contains("X-Api-Key", "Authorization");
    assertThat(hub.get("/feeds/shown.json", "Origin", SITE).statusCode()).isEqualTo(401);
  }

  @Test
  void aMissingKeyIsReportedInTheShapeOfAllErrors() throws Exception {
    HttpResponse<byte[]> answer = hub.get("/feeds/keyed.json");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(problem(answer).get("detail").asText()).contains("X-Api-Key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /feeds/campaign.json HTTP/1.1\r\n\r\n", // no Host
        "G(T /feeds/campaign.json HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /feeds/camp{aign}.json HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /feeds/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /feeds/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /feeds/campaign.json HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /feeds/campaign.json HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
      })
  void malformedRequestsAreReportedSoInTheSameShape(String request) throws Exception {
    String answer = written("127.0.0.1", request);
    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("Content-Type: application/problem+json");
    assertThat(answer).doesNotContain("Exception", "Tomcat", "org.apache");
  }

  @Test
  void tooLongHeadersAreRefused() throws Exception {
    String answer =
        written(
            "127.0.0.1", "GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(9_000) + "\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400");
  }

  @Test
  void behindAProxyEachClientHasItsOwnCountAndNobodyInventsOne() throws Exception {
    awaitEarlyInTheMinute();
    assertThat(asked("127.0.0.9", "X-Forwarded-For: 198.51.100.1", 101)).isEqualTo(429);
    assertThat(asked("127.0.0.9", "X-Forwarded-For: 198.51.100.2", 1)).isEqualTo(200);
    assertThat(asked("127.0.0.9", "X-Forwarded-For: 203.0.113.5, 198.51.100.1", 1))
        .as("what the client wrote before the proxy's entry does not count")
        .isEqualTo(429);
    assertThat(asked("127.0.0.9", "X-Forwarded-For: 198.51.100.1\r\nX-Api-Key: invented", 1))
        .as("a key that opens nothing is no caller")
        .isEqualTo(429);
    assertThat(keyed("127.0.0.9", "X-Forwarded-For: 198.51.100.1\r\nX-Api-Key: " + KEY))
        .as("who shows a key is counted by it")
        .isEqualTo(200);
    assertThat(asked("127.0.0.8", "X-Forwarded-For: 198.51.100.3", 101)).isEqualTo(429);
    assertThat(asked("127.0.0.8", "X-Forwarded-For: 198.51.100.4", 1))
        .as("no proxy of ours")
        .isEqualTo(429);
    String told = written("127.0.0.8", get("/feeds/campaign.json", "Host: x"));
    assertThat(told).contains("Content-Type: application/problem+json", "Retry-After: ");
  }

  @Test
  void aClientThatDripsItsHeadersIsCutWithinTheTime() throws Exception {
    for (String first : List.of("GET /feeds/campaign.json HTTP/1.1\r\nHost: x\r\nX-A: ", "\r\n")) {
      Instant begun = Instant.now();
      assertThat(drips(first, Duration.ofMillis(100), Duration.ofSeconds(8))).isTrue();
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
    Instant begun = Instant.now();
    assertThat(drips("GET /fee", Duration.ofSeconds(6), Duration.ofSeconds(8)))
        .as("one that falls silent in the middle")
        .isTrue();
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void aBodyThatNobodyWantsIsNotWaitedFor() throws Exception {
    Instant begun = Instant.now();
    String answer =
        written(
            "127.0.0.1",
            "POST /feeds/campaign.json HTTP/1.1\r\nHost: x\r\nContent-Length: 50000\r\n\r\nabc");
    assertThat(answer).startsWith("HTTP/1.1 405");
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aConnectionIsUsedForManyRequestsLongerThanTheTimeOfOne() throws Exception {
    try (Socket socket = connect("127.0.0.1")) {
      for (int i = 0; i < 4; i++) {
        socket.getOutputStream().write(get("/robots.txt", "Host: x").getBytes(UTF_8));
        assertThat(head(socket)).startsWith("HTTP/1.1 200");
        Thread.sleep(900);
      }
    }
  }

  @Test
  void oneAddressHasSoManyConnectionsAndTheOthersAreServed() throws Exception {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 30; i++) {
        Socket socket = connect("127.0.0.5");
        open.add(socket);
        socket.getOutputStream().write(get("/robots.txt", "Host: x").getBytes(UTF_8));
        assertThat(head(socket)).startsWith("HTTP/1.1 200");
      }
      assertThat(written("127.0.0.5", get("/robots.txt", "Host: x"))).isEmpty();
      assertThat(written("127.0.0.6", get("/robots.txt", "Host: x"))).startsWith("HTTP/1.1 200");
      open.remove(0).close();
      Awaitility.await()
          .until(
              () -> written("127.0.0.5", get("/robots.txt", "Host: x")).startsWith("HTTP/1.1 2"));
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  /** Whether the connection was cut while bytes came one by one. */
  private static boolean drips(String first, Duration pause, Duration most) throws Exception {
    try (Socket socket = connect("127.0.0.1")) {
      socket.getOutputStream().write(first.getBytes(UTF_8));
      Instant end = Instant.now().plus(most);
      while (Instant.now().isBefore(end)) {
        socket.setSoTimeout((int) pause.toMillis());
        try {
          if (socket.getInputStream().read() < 0) {
            return true;
          }
        } catch (java.net.SocketTimeoutException e) {
          socket.getOutputStream().write('\n' == first.charAt(first.length() - 1) ? '\n' : 'x');
        }
      }
      return false;
    } catch (SocketException e) {
      return true;
    }
  }

  private static void awaitEarlyInTheMinute() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> LocalTime.now(ZoneOffset.UTC).getSecond() < 45);
  }

  private static HttpResponse<byte[]> preflight(String path, String origin) throws Exception {
    return hub.send("OPTIONS", path, "Origin", origin, "Access-Control-Request-Method", "GET");
  }

  /** The status of the last of so many requests; a connection serves a hundred. */
  private static int asked(String from, String header, int times) throws Exception {
    if (times > 100) {
      asked(from, header, 100);
      return asked(from, header, times - 100);
    }
    try (Socket socket = connect(from)) {
      String head = "";
      for (int i = 0; i < times; i++) {
        String request = "HEAD /feeds/campaign.json HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(UTF_8));
        head = head(socket);
      }
      return Integer.parseInt(head.substring(9, 12));
    }
  }

  private static int keyed(String from, String header) throws Exception {
    String answer = written(from, get("/feeds/keyed.json", "Host: x\r\n" + header));
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static String get(String path, String headers) {
    return "GET " + path + " HTTP/1.1\r\n" + headers + "\r\n\r\n";
  }

  private static Socket connect(String from) throws IOException {
    Socket socket =
        new Socket(InetAddress.getByName("127.0.0.1"), hub.port(), InetAddress.getByName(from), 0);
    socket.setSoTimeout(15_000);
    return socket;
  }

  /** What comes until the connection ends, or a moment passes. */
  private static String written(String from, String request) throws IOException {
    StringBuilder answer = new StringBuilder();
    try (Socket socket = connect(from)) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.setSoTimeout(1_000);
      for (int next = socket.getInputStream().read(); next >= 0; ) {
        answer.append((char) next);
        next = socket.getInputStream().read();
      }
    } catch (java.net.SocketTimeoutException | SocketException e) {
      return answer.toString();
    }
    return answer.toString();
  }

  private static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    var length =
        java.util.regex.Pattern.compile("^HTTP/1.1 200(?s:.*)Content-Length: (\\d+)").matcher(head);
    boolean hasBody = head.indexOf("text/plain") > 0 && length.find();
    if (hasBody) {
      socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
    }
    return head.toString();
  }

  private static JsonNode problem(HttpResponse<byte[]> answer) throws IOException {
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    return new ObjectMapper().readTree(answer.body());
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
