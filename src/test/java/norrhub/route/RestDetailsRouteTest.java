package norrhub.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import norrhub.delivery.Detail;
import norrhub.delivery.Details;
import norrhub.delivery.feed.FeedStates;
import norrhub.partner.Sources;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list of vacancies without texts, and a request for each of them. */
@RouteTest
class RestDetailsRouteTest {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired CamelContext camel;
  @Autowired FeedRoutes routes;
  @Autowired FeedStates states;
  @Autowired Details details;
  @Autowired JdbcClient db;

  private final String feed = "details-" + COUNT.incrementAndGet();
  private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
  private Ledger ledger;

  @BeforeEach
  void startServer() {
    server.start();
    ledger = new Ledger(db);
  }

  @AfterEach
  void stop() throws Exception {
    camel.getRouteController().stopRoute("feed-" + feed);
    server.stop();
  }

  @Test
  void theAnswersForAllRecordsArePartOfTheDelivery() {
    list("1", "2");
    detail("1", ok(vacancy("1")));
    detail("2", ok(vacancy("2")));

    add();

    await().until(() -> !ledger.received(feed).isEmpty());
    assertThat(ledger.parts(feed)).containsExactly("page 1", "details");
    assertThat(known())
        .hasSize(2)
        .allSatisfy((id, known) -> assertThat(known.answer()).isPresent());
    server.verify(getRequestedFor(urlEqualTo("/2.xml?lang=sv")));
  }

  @Test
  void onlyWhatIsNewOrHasChangedIsAskedForAgain() {
    list("1", "2");
    detail("1", ok(vacancy("1")));
    detail("2", ok(vacancy("2")));
    detail("3", ok(vacancy("3")));
    add();
    awaitPolls(3);
    assertThat(asked("1") + asked("2")).isEqualTo(2);

    server.stubFor(
        get("/list.xml")
            .willReturn(ok(listOf(vacancy("1"), vacancy("2", "Ny titel"), vacancy("3")))));

    await().until(() -> asked("3") == 1);
    awaitPolls(2);
    assertThat(List.of(asked("1"), asked("2"), asked("3"))).containsExactly(1, 2, 1);
  }

  @Test
  void whatHasLeftTheListIsForgotten() {
    list("1", "2");
    detail("1", ok(vacancy("1")));
    detail("2", ok(vacancy("2")));
    add();
    await().until(() -> known().size() == 2);

    list("1");

    await().until(() -> known().size() == 1);
  }

  @Test
  void aDetailThatCannotBeHadStopsNoOther() {
    list("1", "2", "3", "4");
    detail("1", aResponse().withStatus(404));
    detail("2", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    detail("3", ok("<html><body>Just a moment</body></html>"));
    detail("4", ok(vacancy("4")));

    add();

    await().until(() -> !ledger.received(feed).isEmpty());
    assertThat(known().values().stream().filter(known -> known.answer().isPresent())).hasSize(1);
    assertThat(known().values().stream().flatMap(known -> known.refusal().stream()))
        .hasSize(3)
        .contains("HTTP 404")
        .anyMatch(why -> why.contains("web page"));
    assertThat(ledger.incomplete(feed)).isEmpty();
    await().until(() -> ledger.succeeded(feed));
  }

  @Test
  void aServerThatFailsEveryRequestIsAskedAFewTimesAndTheListCounts() {
    list("1", "2", "3", "4", "5", "6", "7", "8");
    server.stubFor(get(urlMatching("/\\d.xml.*")).willReturn(aResponse().withStatus(500)));

    add();

    await().until(() -> ledger.failure(feed).startsWith("details cannot be fetched: HTTP 500"));
    assertThat(known()).hasSize(5);
    assertThat(ledger.received(feed)).isNotEmpty();
  }

  @Test
  void aServerThatAsksForAPauseGetsItAndTheNextPollGoesOnWhereItStopped() {
    list("1", "2", "3");
    detail("1", ok(vacancy("1")));
    detail("3", ok(vacancy("3")));
    server.stubFor(
        get("/2.xml?lang=sv")
            .inScenario("busy")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("calm")
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "2")));
    server.stubFor(
        get("/2.xml?lang=sv")
            .inScenario("busy")
            .whenScenarioStateIs("calm")
            .willReturn(ok(vacancy("2"))));

    add();

    await().until(() -> !ledger.received(feed).isEmpty());
    assertThat(known()).hasSize(1);
    assertThat(states.notBefore(feed)).isPresent();
    await().atMost(Duration.ofSeconds(20)).until(() -> known().size() == 3);
    assertThat(List.of(asked("1"), asked("2"), asked("3"))).containsExactly(1, 2, 1);
  }

  @Test
  void aDropASecondEndsAtThePollsTimeAndWhatCameIsNotLost() {
    list("1", "2");
    detail("1", ok(vacancy("1")));
    detail("2", ok(vacancy("2")).withChunkedDribbleDelay(100, 60_000));

    add();

    await().atMost(Duration.ofSeconds(30)).until(() -> !ledger.received(feed).isEmpty());
    assertThat(known().values().stream().filter(known -> known.answer().isPresent())).hasSize(1);
    assertThat(known().values().stream().flatMap(known -> known.refusal().stream()))
        .singleElement()
        .asString()
        .contains("took too long");
  }

  private Map<String, Detail> known() {
    return details.of(feed);
  }

  private int asked(String id) {
    return server.findAll(getRequestedFor(urlEqualTo("/" + id + ".xml?lang=sv"))).size();
  }

  private void awaitPolls(int more) {
    int before = server.findAll(getRequestedFor(urlEqualTo("/list.xml"))).size();
    await()
        .until(
            () -> server.findAll(getRequestedFor(urlEqualTo("/list.xml"))).size() >= before + more);
  }

  private void list(String... ids) {
    String[] vacancies =
        Arrays.stream(ids).map(RestDetailsRouteTest::vacancy).toArray(String[]::new);
    server.stubFor(get("/list.xml").willReturn(ok(listOf(vacancies)).withHeader("ETag", "\"1\"")));
  }

  private void detail(String id, ResponseDefinitionBuilder answer) {
    server.stubFor(get("/" + id + ".xml?lang=sv").willReturn(answer));
  }

  private static String listOf(String... vacancies) {
    return Arrays.stream(vacancies)
        .collect(Collectors.joining("\n", "<VacancyList>", "</VacancyList>"));
  }

  private static String vacancy(String id) {
    return vacancy(id, "Annons " + id);
  }

  private static String vacancy(String id, String title) {
    return "<Vacancy id=\"%s\"><Versions><Version language=\"se\"><Title>%s</Title></Version></Versions></Vacancy>"
        .formatted(id, title);
  }

  private void add() {
    String source =
        """
        url: %s/list.xml
        details: { address: "/{@id}.xml?lang=sv" }
        """
            .formatted(server.baseUrl());
    routes.add(Feeds.PARTNER, Feeds.rest(feed, "easycruit", Sources.rest(source)));
  }
}
