package norrhub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import norrhub.config.Secret;
import norrhub.partner.After;
import norrhub.partner.SftpSource;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RouteTest
class SftpRouteTest {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired JdbcClient db;
  @TempDir Path temp;

  private final String feed = "sftp-" + COUNT.incrementAndGet();
  private SftpPartner server;
  private Ledger ledger;

  @BeforeEach
  void startServer() {
    server = new SftpPartner(temp.resolve("partner"));
    ledger = new Ledger(db);
  }

  @AfterEach
  void stop() throws Exception {
    camel.getRouteController().stopRoute("feed-" + feed);
    server.close();
  }

  @Test
  void aFileIsReceivedAndMovedAway() {
    server.put("jobb åäö.xml", "<jobs/>");

    add(After.MOVE);

    await().until(() -> ledger.received(feed), List.of("jobb åäö.xml")::equals);
    await()
        .untilAsserted(
            () ->
                assertThat(server.files())
                    .singleElement()
                    .asString()
                    .matches("\\.done/\\d{8}/\\d{9}-jobb åäö\\.xml"));
    await().until(() -> ledger.succeeded(feed));
    assertThat(ledger.failure(feed)).isEmpty();
  }

  private void add(After after) {
    routes.add(Feeds.PARTNER, Feeds.sftp(feed, source(after)));
  }

  private SftpSource source(After after) {
    return new SftpSource(
        "localhost",
        server.port(),
        server.hostKey(),
        "norrhub",
        Optional.of(new Secret("PASSWORD", SftpPartner.PASSWORD)),
        Optional.empty(),
        "/",
        "*.xml",
        Duration.ofSeconds(10),
        Optional.empty(),
        after);
  }
}
