package norrhub.board;

import static norrhub.board.Vacancies.KIRUNA;
import static norrhub.board.Vacancies.LULEA;
import static norrhub.board.Vacancies.MALMO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import norrhub.TestDatabase;
import norrhub.board.document.CampaignJson;
import norrhub.board.document.DocumentFormat;
import norrhub.board.document.Published;
import norrhub.board.document.PublishedDocumentStore;
import norrhub.board.document.Publisher;
import norrhub.board.event.EventFormat;
import norrhub.vacancy.Location;
import norrhub.vacancy.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever is removed for its age: documents, changes and events give what they gave, a consumer
 * that was away for too long gets HTTP 410, and nobody meets a version lower than one it knows.
 */
class BoardRetentionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Location> PLACES = List.of(LULEA, KIRUNA, MALMO);

  @TempDir private Path data;

  private final DataSource database = TestDatabase.create();
  private final JdbcClient db = JdbcClient.create(database);
  private final CatalogueRows catalogue = new CatalogueRows(database);
  private BoardFixture hub;

  /** What the matching system knows: it follows every posting, and only a newer version counts. */
  private final Map<String, JsonNode> matching = new TreeMap<>();

  private long sent;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(data.resolve("boards"));
    Files.writeString(
        data.resolve("boards/campaign.yaml"),
        "name: Jobba i norr\nformat: campaign-json\naccess: public\npace: 0s\n");
    hub = new BoardFixture(database, data);
    hub.consents.put("a", true);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void consumersThatFollowLagOrStartOverAllHaveTheDocument(long seed) throws IOException {
    Random random = new Random(seed);
    Consumer lagging = new Consumer();
    Consumer following = new Consumer();
    int startedOver = 0;
    for (int round = 0; round < 50; round++) {
      hub.clock.forward(Duration.ofDays(random.nextInt(8)));
      Board board = board(random.nextInt(5) == 0 ? norrbotten() : Selection.ALL);
      for (int i = random.nextInt(6); i > 0; i--) {
        happen(random);
      }
      publish(board);
      followEvents();
      Map<String, JsonNode> document = document();
      following.read(1 + random.nextInt(4), random);
      assertThat(following.copy).isEqualTo(document);
      assertThat(listed(matching)).isEqualTo(document);
      if (random.nextInt(8) == 0) {
        startedOver += lagging.read(1 + random.nextInt(2), random);
        assertThat(lagging.copy).isEqualTo(document);
      }
      hub.prune();
    }
    assertThat(startedOver).isPositive();
    assertThat(count("posting")).isLessThan(40);
    assertThat(count("current_posting")).isLessThan(20);
  }

  @Test
  void aTombstoneEndsAndAnOlderCursorIsGone() {
    happen("1", State.OPEN);
    happen("2", State.OPEN);
    publish(board(Selection.ALL));
    happen("1", State.WITHDRAWN);
    publish(board(Selection.ALL));
    assertThat(changes(Cursor.at(2)).orElseThrow().get("changes")).hasSize(1);

    hub.clock.forward(Duration.ofDays(15));
    hub.prune();

    assertThat(changes(Cursor.at(2))).isEmpty();
    assertThat(changes(Cursor.at(3)).orElseThrow().get("changes")).isEmpty();
    assertThat(changes(Cursor.START).orElseThrow().get("changes")).hasSize(1);
    assertThat(count("vacancy")).as("it is forgotten with its tombstone").isEqualTo(1);
    happen("1", State.OPEN);
    publish(board(Selection.ALL));
    JsonNode back = changes(Cursor.at(3)).orElseThrow().get("changes").get(0);
    assertThat(back.get("version").asInt()).as("higher than the tombstone's 2").isEqualTo(3);
  }

  @Test
  void whatAReaderHasNotReadStaysHoweverOldItIs() {
    happen("1", State.OPEN);
    hub.bean(PostingUpdater.class).follow(board(Selection.ALL));
    happen("1", State.WITHDRAWN);
    hub.bean(PostingUpdater.class).follow(board(Selection.ALL));
    hub.clock.forward(Duration.ofDays(400));
    hub.prune();

    assertThat(count("posting")).as("no document holds them yet").isEqualTo(2);
    publish(board(Selection.ALL));
    hub.prune();
    assertThat(count("posting")).isZero();
  }

  @Test
  void aChangeThatABoardHasNotLookedAtStays() {
    publish(board(Selection.ALL));
    happen("1", State.OPEN);
    happen("1", State.WITHDRAWN);
    hub.clock.forward(Duration.ofDays(400));
    hub.prune();
    assertThat(count("change")).isEqualTo(2);

    publish(board(Selection.ALL));
    hub.prune();
    assertThat(count("change")).isZero();
  }

  @Test
  void aVersionThatIsShownStaysAndThoseInBetweenGo() {
    for (int n = 0; n < 4; n++) {
      happen("1", State.OPEN);
    }
    publish(board(Selection.ALL));
    hub.clock.forward(Duration.ofDays(15));
    hub.prune();

    assertThat(db.sql("select version from vacancy_version").query(Integer.class).list())
        .containsExactly(4);
    assertThat(db.sql("select version from change").query(Integer.class).list()).containsExactly(4);
  }

  @Test
  void aBoardWhoseFileIsGoneForLongLosesItsLogAndStartsOver() throws IOException {
    happen("1", State.OPEN);
    publish(board(Selection.ALL));
    hub.prune();
    Path file = data.resolve("boards/campaign.yaml");
    String text = Files.readString(file);
    Files.delete(file);
    reopen();
    hub.clock.forward(Duration.ofDays(15));
    hub.prune();
    assertThat(count("posting")).isZero();

    Files.writeString(file, text);
    reopen();
    happen("2", State.OPEN);
    publish(board(Selection.ALL));
    assertThat(document()).hasSize(2);
    assertThat(changes(Cursor.START).orElseThrow().get("changes")).hasSize(2);
    assertThat(changes(Cursor.at(1)).orElseThrow().get("changes")).hasSize(2);
  }

  private void reopen() {
    var now = hub.clock.instant();
    hub.close();
    hub = new BoardFixture(database, data);
    hub.clock.set(now);
    hub.consents.put("a", true);
  }

  private Optional<ObjectNode> changes(Cursor after) {
    return hub.bean(BoardFeed.class).changes("campaign", after, 10);
  }

  private void happen(Random random) {
    var vacancy =
        Vacancies.vacancy(
            "a",
            "" + random.nextInt(8),
            "Läkare " + random.nextInt(1000),
            List.of(PLACES.get(random.nextInt(3))));
    State state = State.values()[random.nextInt(State.values().length)];
    catalogue.change(vacancy, state, state.name(), hub.clock.instant());
  }

  private void happen(String key, State state) {
    catalogue.change(
        Vacancies.vacancy("a", key, "Läkare", List.of(LULEA)),
        state,
        state.name(),
        hub.clock.instant());
  }

  private static Board board(Selection selection) {
    return BoardFixture.board("campaign", selection, new CampaignJson());
  }

  private static Selection norrbotten() {
    return new Selection(Optional.of(List.of("25")), false, Optional.empty());
  }

  private void publish(Board board) {
    hub.bean(PostingUpdater.class).follow(board);
    hub.bean(Publisher.class).publish(board, DocumentFormat.of(board).orElseThrow());
  }

  private void followEvents() throws IOException {
    List<Posting> postings = hub.bean(PostingLog.class).after("campaign", sent, 10_000);
    var shown = hub.bean(CurrentPostings.class).shown(postings);
    for (Posting posting : postings) {
      JsonNode data =
          JSON.readTree(
                  new EventFormat(BoardFixture.HUB)
                      .event("campaign", posting, shown.get(posting))
                      .json())
              .get("data");
      JsonNode before = matching.get(data.get("id").asText());
      if (before == null || before.get("version").asInt() < data.get("version").asInt()) {
        matching.put(data.get("id").asText(), data);
      }
      sent = posting.number();
    }
  }

  private static Map<String, JsonNode> listed(Map<String, JsonNode> all) {
    Map<String, JsonNode> listed = new TreeMap<>(all);
    listed.values().removeIf(data -> data.path("removed").asBoolean());
    return listed;
  }

  private Map<String, JsonNode> document() throws IOException {
    PublishedDocumentStore documents = hub.bean(PublishedDocumentStore.class);
    Published published = documents.published("campaign").orElseThrow();
    JsonNode document = JSON.readTree(documents.file("campaign", published, false).toFile());
    Map<String, JsonNode> vacancies = new TreeMap<>();
    document.get("vacancies").forEach(v -> vacancies.put(v.get("id").asText(), v));
    return vacancies;
  }

  private int count(String table) {
    return db.sql("select count(*) from " + table).query(Integer.class).single();
  }

  /** Reads changes from where it stopped, and starts over where the hub says so. */
  private final class Consumer {
    private final Map<String, JsonNode> copy = new TreeMap<>();
    private String cursor = "0";

    /** Returns how often it had to start over. */
    int read(int limit, Random random) throws IOException {
      int startedOver = 0;
      for (boolean more = true; more; ) {
        Optional<ObjectNode> page =
            hub.bean(BoardFeed.class)
                .changes("campaign", Cursor.parse(cursor).orElseThrow(), limit);
        if (page.isEmpty()) {
          copy.clear();
          cursor = "0";
          startedOver++;
          continue;
        }
        for (JsonNode change : JSON.readTree(page.get().toString()).get("changes")) {
          if (change.path("removed").asBoolean()) {
            copy.remove(change.get("id").asText());
          } else {
            copy.put(change.get("id").asText(), change);
          }
        }
        cursor = page.get().get("cursor").asText();
        more = page.get().get("more").asBoolean();
        if (random.nextInt(4) == 0) {
          hub.prune();
        }
      }
      return startedOver;
    }
  }
}
