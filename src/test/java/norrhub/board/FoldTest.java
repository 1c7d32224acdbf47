package norrhub.board;

import static norrhub.board.Vacancies.KIRUNA;
import static norrhub.board.Vacancies.LULEA;
import static norrhub.board.Vacancies.MALMO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import norrhub.TestDatabase;
import norrhub.board.document.CampaignJson;
import norrhub.board.document.DocumentFormat;
import norrhub.board.document.Published;
import norrhub.board.document.PublishedDocumentStore;
import norrhub.board.document.Publisher;
import norrhub.board.event.ContractTest;
import norrhub.board.event.EventFormat;
import norrhub.vacancy.Location;
import norrhub.vacancy.State;
import norrhub.vacancy.Vacancy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens to the catalogue, the selection and the consents: a document and the changes
 * behind it give the next document, and so do the events, even with two hubs at work.
 */
class FoldTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Location> PLACES = List.of(LULEA, KIRUNA, MALMO);
  private static final List<String> PARTNERS = List.of("a", "b");

  @TempDir private Path data;

  private final DataSource database = TestDatabase.create();
  private final CatalogueRows catalogue = new CatalogueRows(database);

  /** Of the document that was read last. */
  private String cursor = "0";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aDocumentAndItsChangesGiveTheNextDocument(long seed) throws IOException {
    Random random = new Random(seed);
    try (BoardFixture one = new BoardFixture(database, data);
        BoardFixture two = new BoardFixture(database, data)) {
      PARTNERS.forEach(partner -> consent(partner, true, one, two));
      Board board = board(Selection.ALL);
      publish(one, board);
      for (int round = 0; round < 12; round++) {
        Map<String, JsonNode> copy = new TreeMap<>(document(one));
        long after = Long.parseLong(cursor);
        for (int i = random.nextInt(8); i > 0; i--) {
          happen(random, one, two);
          if (random.nextInt(6) == 0) {
            board = board(selection(random));
          }
          if (random.nextBoolean()) {
            (random.nextBoolean() ? one : two).bean(PostingUpdater.class).follow(board);
          }
        }
        publish(random.nextBoolean() ? one : two, board);
        apply(one, copy, after, 1 + random.nextInt(4));
        assertThat(copy).isEqualTo(document(one));
        assertThat(foldedEvents(one)).isEqualTo(document(one));
      }
      numbersHaveNoGap(one);
    }
  }

  @Test
  void aBoardWithoutAnythingNewGivesAnEmptyPage() {
    try (BoardFixture hub = new BoardFixture(database, data)) {
      publish(hub, board(Selection.ALL));
      ObjectNode page =
          hub.bean(BoardFeed.class).changes("campaign", Cursor.START, 10).orElseThrow();
      assertThat(page.get("changes")).isEmpty();
      assertThat(page.get("cursor").asText()).isEqualTo("0");
      assertThat(ContractTest.faults("changes-v1", page)).isEmpty();
    }
  }

  private void happen(Random random, BoardFixture... hubs) {
    String partner = PARTNERS.get(random.nextInt(2));
    Vacancy vacancy =
        Vacancies.vacancy(
            partner,
            "" + random.nextInt(8),
            "Läkare " + random.nextInt(1000),
            List.of(PLACES.get(random.nextInt(3))));
    State state = State.values()[random.nextInt(State.values().length)];
    catalogue.change(vacancy, state, state.name(), Instant.parse("2026-11-22T10:00:00Z"));
    if (random.nextInt(8) == 0) {
      consent(partner, random.nextBoolean(), hubs);
    }
  }

  private static void consent(String partner, boolean given, BoardFixture... hubs) {
    for (BoardFixture hub : hubs) {
      hub.consents.put(partner, given);
    }
  }

  private static Selection selection(Random random) {
    return random.nextBoolean()
        ? Selection.ALL
        : new Selection(Optional.of(List.of("25")), false, Optional.empty());
  }

  private static Board board(Selection selection) {
    return new Board(
        "campaign",
        "Jobba i norr",
        new CampaignJson(),
        Access.PUBLIC,
        List.of(),
        Duration.ZERO,
        selection,
        List.of(),
        Optional.empty());
  }

  private static void publish(BoardFixture hub, Board board) {
    hub.bean(PostingUpdater.class).follow(board);
    hub.bean(Publisher.class).publish(board, DocumentFormat.of(board).orElseThrow());
  }

  private Map<String, JsonNode> document(BoardFixture hub) throws IOException {
    PublishedDocumentStore documents = hub.bean(PublishedDocumentStore.class);
    Published published = documents.published("campaign").orElseThrow();
    JsonNode document = JSON.readTree(documents.file("campaign", published, false).toFile());
    cursor = document.get("cursor").asText();
    Map<String, JsonNode> vacancies = new TreeMap<>();
    document.get("vacancies").forEach(v -> vacancies.put(v.get("id").asText(), v));
    return vacancies;
  }

  private static void apply(BoardFixture hub, Map<String, JsonNode> copy, long after, int limit)
      throws IOException {
    JsonNode page =
        JSON.readTree(
            hub.bean(BoardFeed.class)
                .changes("campaign", Cursor.at(after), limit)
                .orElseThrow()
                .toString());
    for (JsonNode change : page.get("changes")) {
      if (change.path("removed").asBoolean()) {
        copy.remove(change.get("id").asText());
      } else {
        copy.put(change.get("id").asText(), change);
      }
    }
    if (page.get("more").asBoolean()) {
      apply(hub, copy, page.get("cursor").asLong(), limit);
    }
  }

  /** As the matching system does it: only a newer version counts. */
  private static Map<String, JsonNode> foldedEvents(BoardFixture hub) throws IOException {
    Map<String, JsonNode> newest = new TreeMap<>();
    List<Posting> postings = hub.bean(PostingLog.class).after("campaign", 0, 10_000);
    var shown = hub.bean(CurrentPostings.class).shown(postings);
    for (Posting posting : postings) {
      JsonNode data =
          JSON.readTree(
                  new EventFormat(BoardFixture.HUB)
                      .event("campaign", posting, shown.get(posting))
                      .json())
              .get("data");
      JsonNode before = newest.get(data.get("id").asText());
      if (before == null || before.get("version").asInt() < data.get("version").asInt()) {
        newest.put(data.get("id").asText(), data);
      }
    }
    newest.values().removeIf(data -> data.path("removed").asBoolean());
    return newest;
  }

  private static void numbersHaveNoGap(BoardFixture hub) {
    List<Posting> postings = hub.bean(PostingLog.class).after("campaign", 0, 10_000);
    assertThat(postings)
        .extracting(Posting::number)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, postings.size()).boxed().toList());
  }
}
