package norrhub.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import norrhub.config.Secret;
import norrhub.partner.CamelSource;
import norrhub.partner.Feed;
import norrhub.poll.PollSchedule;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What routes of an admin's own hand over by {@code direct:deliver}. */
@RouteTest
class DeliverRouteTest {
  @TempDir Path folder;

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired PollSchedule polls;
  @Autowired JdbcClient db;
  @Autowired ProducerTemplate producer;

  @Test
  void aDeliveryIsInTheLedgerWhenTheCallReturnsAndEnteredOnce() {
    deliveredFeed("deliver-once");

    assertThat(deliver("deliver-once", Map.of("identity", "1"), "<a/>")).isEqualTo("new");
    assertThat(deliver("deliver-once", Map.of("identity", "1"), "<a/>")).isEqualTo("known");
    assertThat(deliver("deliver-once", Map.of("identity", "2"), "<a/>")).isEqualTo("new");
    assertThat(ledger("deliver-once", "transport || ' ' || name"))
        .containsExactly("camel jobs.xml", "camel jobs.xml");
    assertThat(polls.isPolled("deliver-once")).isFalse();
  }

  @Test
  void aMapIsADeliveryOfSeveralParts() {
    deliveredFeed("deliver-parts");
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("1.xml", "<a/>");
    parts.put("2.xml", new ByteArrayInputStream("<b/>".getBytes(StandardCharsets.UTF_8)));

    deliver("deliver-parts", Map.of("identity", "1"), parts);

    assertThat(ledger("deliver-parts", "parts::text"))
        .singleElement()
        .asString()
        .containsSubsequence("1.xml", "2.xml");
  }

  @Test
  void aDeliveryThatIsNotCompleteSaysSo() {
    deliveredFeed("deliver-part");

    deliver("deliver-part", Map.of("identity", "1", "complete", false), "<a/>");
    deliver(
        "deliver-part", Map.of("identity", "2", "incompleteBecause", "page 3 is missing"), "<a/>");

    assertThat(ledger("deliver-part", "incomplete_because"))
        .containsExactly(
            "the route that delivered it said that it is not complete", "page 3 is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "feed,     nobody,        no partner file that is in use has a feed `nobody`",
    "feed,     '',            the exchange property `feed` is missing",
    "name,     '',            the exchange property `name` is missing",
    "name,     ../etc/passwd, the name `../etc/passwd` is not plain",
    "identity, '',            the exchange property `identity` is missing",
  })
  void whatTheRouteLeavesOutComesBackToIt(String property, String value, String message) {
    deliveredFeed("deliver-wrong");

    assertThatThrownBy(() -> deliver("deliver-wrong", Map.of(property, value), "<a/>"))
        .isInstanceOf(CamelExecutionException.class)
        .hasRootCauseMessage("direct:deliver: " + message + rest(message));
    assertThat(ledger("deliver-wrong", "name")).isEmpty();
  }

  private static String rest(String message) {
    return message.endsWith("plain") ? ": letters, digits, spaces and . _ + , = @ ( ) - only" : "";
  }

  @Test
  void aBodyThatIsTooLargeIsNotReceived() {
    deliveredFeed("deliver-large");
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            return length;
          }
        };

    assertThatThrownBy(() -> deliver("deliver-large", Map.of("identity", "1"), endless))
        .rootCause()
        .hasMessageContaining("jobs.xml");
    assertThat(ledger("deliver-large", "name")).isEmpty();
  }

  @Test
  void deliveriesOfOneFeedAreEnteredInTheOrderInWhichTheyCame() throws Exception {
    deliveredFeed("deliver-order");
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    InputStream slow =
        new InputStream() {
          @Override
          public int read() {
            begun.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return -1;
          }
        };
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Future<?> first = two.submit(() -> deliver("deliver-order", Map.of("identity", "1"), slow));
      begun.await();
      Future<?> second =
          two.submit(() -> deliver("deliver-order", Map.of("identity", "2"), "<later/>"));
      assertThat(ledger("deliver-order", "identity")).isEmpty();
      goOn.countDown();
      first.get();
      second.get();
    } finally {
      two.shutdownNow();
    }
    assertThat(ledger("deliver-order", "identity")).hasSize(2);
    assertThat(ledger("deliver-order", "identity").get(0)).startsWith("1|");
  }

  /** A file share, by a template of a few lines. */
  @Test
  void aTemplateOfTheAdminsOwnPollsItsSourceAndAcknowledges() throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            routeTemplate("share")
                .templateParameter("feed")
                .templateParameter("tick")
                .templateParameter("folder")
                .templateParameter("secretWord")
                .from(
                    "file:{{folder}}?move=.done&filter=#safeFileNames&pollStrategy=#exclusivePollStrategy&bridgeErrorHandler=true&initialDelay=50&delay={{tick}}")
                .routeConfigurationId("feed")
                .setProperty("feed", constant("{{feed}}"))
                .setProperty("name", simple("${file:onlyname}"))
                .setProperty("identity", simple("${file:onlyname} ${file:modified}"))
                .to("direct:deliver");
          }
        });
    Files.writeString(folder.resolve("jobs.xml"), "<a/>");
    Files.writeString(folder.resolve("jobs;rm.xml"), "<a/>");
    Feed feed =
        Feeds.camel(
            "deliver-share",
            new CamelSource(
                Optional.of("share"),
                Map.of("folder", folder.toString()),
                Map.of("secretWord", new Secret("WORD", "s3cret")),
                Optional.empty(),
                List.of()));

    assertThat(routes.add(Feeds.PARTNER, feed)).isEmpty();

    await().until(() -> Files.exists(folder.resolve(".done/jobs.xml")));
    assertThat(ledger("deliver-share", "name")).containsExactly("jobs.xml");
    assertThat(folder.resolve("jobs;rm.xml")).exists();
    assertThat(polls.isPolled("deliver-share")).isTrue();
    assertThat(camel.getRoute("feed-deliver-share").getEndpoint().getEndpointUri())
        .doesNotContain("s3cret");
    routes.remove("deliver-share");
    assertThat(camel.getRoute("feed-deliver-share")).isNull();
  }

  private void deliveredFeed(String id) {
    Feed feed =
        Feeds.camel(
            id, new CamelSource(Optional.empty(), Map.of(), Map.of(), Optional.empty(), List.of()));
    assertThat(routes.add(Feeds.PARTNER, feed)).isEmpty();
  }

  private String deliver(String feed, Map<String, Object> properties, Object body) {
    Map<String, Object> all =
        new TreeMap<>(Map.of("feed", feed, "name", "jobs.xml", "identity", "1"));
    all.putAll(properties);
    var exchange =
        producer.request(
            "direct:deliver",
            message -> {
              all.forEach(message::setProperty);
              message.getMessage().setBody(body);
            });
    if (exchange.getException() != null) {
      throw new CamelExecutionException("refused", exchange, exchange.getException());
    }
    return exchange.getMessage().getBody(String.class);
  }

  private List<String> ledger(String feed, String column) {
    return db.sql("select " + column + " from delivery where feed = :feed order by number")
        .param("feed", feed)
        .query(String.class)
        .list();
  }
}
