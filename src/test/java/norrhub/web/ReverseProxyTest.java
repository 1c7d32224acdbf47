package norrhub.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import norrhub.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub behind a reverse proxy, whose clients come from several addresses. */
class ReverseProxyTest {
  private static final int LIMIT = 60;
  private static final String FEED = "/feeds/campaign.json";
  private static final Pattern ETAG = Pattern.compile("(?i)\r\nETag: ([^\r]+)\r\n");

  @TempDir private static Path home;
  private static WebFixture hub;

  @BeforeAll
  static void start() {
    hub =
        new WebFixture(
            TestDatabase.url(),
            home,
            Map.of("campaign", "name: Jobba i norr\nformat: campaign-json\naccess: public\n"),
            "--norrhub.web.requests-per-minute=" + LIMIT,
            "--norrhub.web.trusted-proxies=127.0.0.1",
            "--norrhub.public-url=https://jobs.example.org");
    hub.publish();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  @Test
  void aProxyThatAppendsWhomItHearsIsInvisibleToClients() throws Exception {
    try (SmallProxy proxy = new SmallProxy(hub.port())) {
      assertInvisible(new Client(proxy.port(), false, "127.0.0.2", "127.0.0.3"));
    }
  }

  @Test
  void soIsNginxAsTheManualConfiguresIt(@TempDir Path folder) throws Exception {
    try (Nginx nginx = new Nginx(folder, hub.port())) {
      Client client = new Client(nginx.port(), true, "127.0.0.4", "127.0.0.5");
      Awaitility.await().ignoreExceptions().until(() -> client.ask("127.0.0.6", "") != null);
      String answer = client.ask("127.0.0.6", "");
      assertThat(answer)
          .containsIgnoringCase("Strict-Transport-Security: max-age=")
          .doesNotContain("nginx/");
      assertInvisible(client);
    }
  }

  private static void assertInvisible(Client client) throws Exception {
    String answer = client.ask(client.patient(), "");
    assertThat(answer).startsWith("HTTP/1.1 200").contains("\"vacancies\"");
    String etag = etag(answer);
    assertThat(client.ask(client.patient(), "If-None-Match: " + etag + "\r\n"))
        .startsWith("HTTP/1.1 304")
        .endsWith("\r\n\r\n");
    String packed = client.ask(client.patient(), "Accept-Encoding: gzip\r\n");
    assertThat(packed)
        .containsIgnoringCase("Content-Encoding: gzip")
        .contains("\r\n\r\n\u001f\u008b");
    assertThat(etag(packed)).as("each encoding has its own").isNotEqualTo(etag);
    assertThat(answer + packed).doesNotContain("127.0.0.1:" + hub.port());

    // The limit is each client's own, and no header of a client's moves it to another.
    assertThat(limited(client, "", 2 * LIMIT)).isTrue();
    assertThat(limited(client, "X-Forwarded-For: 192.0.2.7\r\n", LIMIT / 2)).isTrue();
    assertThat(client.ask(client.patient(), "")).startsWith("HTTP/1.1 200");
  }

  /** Whether one of so many requests is one too many. */
  private static boolean limited(Client client, String headers, int requests) throws Exception {
    for (int i = 0; i < requests; i++) {
      String answer = client.ask(client.hasty(), headers);
      if (answer.startsWith("HTTP/1.1 429")) {
        assertThat(answer).containsIgnoringCase("Retry-After: ");
        return true;
      }
    }
    return false;
  }

  private static String etag(String answer) {
    Matcher etag = ETAG.matcher(answer);
    assertThat(etag.find()).as(answer).isTrue();
    return etag.group(1);
  }

  /** Clients of a proxy. */
  private record Client(int port, boolean tls, String hasty, String patient) {
    /**
     * @param headers lines, each with its end
     * @return the whole answer, a byte a letter
     */
    String ask(String from, String headers) throws Exception {
      try (Socket socket = connect(from)) {
        String request =
            "GET %s HTTP/1.1\r\nHost: jobs.example.org\r\nConnection: close\r\n%s\r\n"
                .formatted(FEED, headers);
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      }
    }

    private Socket connect(String from) throws Exception {
      Socket plain =
          new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
      plain.setSoTimeout(15_000);
      return tls ? encrypted(plain) : plain;
    }

    private Socket encrypted(Socket plain) throws Exception {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Everybody()}, new SecureRandom());
      return context.getSocketFactory().createSocket(plain, "jobs.example.org", port, true);
    }
  }

  /** It is not the certificate that is tested here. */
  private static final class Everybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
