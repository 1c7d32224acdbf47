package norrhub.board.document;

import static norrhub.board.Vacancies.doctor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import norrhub.TestDatabase;
import norrhub.board.Access;
import norrhub.board.Board;
import norrhub.board.BoardFixture;
import norrhub.board.CatalogueRows;
import norrhub.board.PostingUpdater;
import norrhub.board.Selection;
import norrhub.vacancy.State;
import norrhub.vacancy.VacancyVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
  private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir private Path data;

  private final DataSource database = TestDatabase.create();
  private final CatalogueRows catalogue = new CatalogueRows(database);
  private BoardFixture fixture;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void theDocumentHoldsWhatStandsOnTheBoard() throws IOException {
    fixture = open();
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    catalogue.change(doctor("2"), State.OPEN, "new", T);
    Published published = publish(paced(Duration.ZERO));

    JsonNode document = new ObjectMapper().readTree(plain(published));
    assertThat(document.get("board").asText()).isEqualTo("campaign");
    assertThat(document.get("count").asInt()).isEqualTo(2);
    assertThat(document.get("cursor").asText()).isEqualTo("2");
    assertThat(document.get("vacancies")).hasSize(2);
    assertThat(document.at("/vacancies/0/version").asInt()).isEqualTo(1);
    assertThat(document.at("/vacancies/0/state").asText()).isEqualTo("OPEN");
  }

  @Test
  void plainAndCompressedBytesAreTheSameDocument() throws IOException {
    fixture = open();
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    Published published = publish(paced(Duration.ZERO));
    Path gzip = fixture.bean(PublishedDocumentStore.class).file("campaign", published, true);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(gzip))) {
      assertThat(in.readAllBytes()).isEqualTo(plain(published));
    }
    assertThat(published.size()).isEqualTo(plain(published).length);
    assertThat(published.gzipSize()).isEqualTo(Files.size(gzip));
  }

  @Test
  void nothingIsBuiltWhileNothingChanges() {
    fixture = open();
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    Published first = publish(paced(Duration.ZERO));
    fixture.clock.forward(Duration.ofHours(1));
    assertThat(publish(paced(Duration.ZERO))).isEqualTo(first);
  }

  @Test
  void changesWithinThePaceAreBuiltTogether() {
    fixture = open();
    Board board = paced(Duration.ofSeconds(10));
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    Published first = publish(board);
    catalogue.change(doctor("2"), State.OPEN, "new", T);
    fixture.clock.forward(Duration.ofSeconds(9));
    assertThat(publish(board)).isEqualTo(first);
    fixture.clock.forward(Duration.ofSeconds(1));
    assertThat(publish(board).count()).isEqualTo(2);
  }

  @Test
  void aClockThatIsSetBackADayHoldsNoDocumentUp() {
    fixture = open();
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    fixture.clock.forward(Duration.ofDays(1));
    Board board = paced(Duration.ofSeconds(10));
    publish(board);
    fixture.clock.forward(Duration.ofDays(-1));
    catalogue.change(doctor("2"), State.OPEN, "new", T);

    assertThat(publish(board).count()).isEqualTo(2);
  }

  @Test
  void aRestartedHubKeepsTheDocument() {
    fixture = open();
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    Published before = publish(paced(Duration.ZERO));
    fixture.close();
    fixture = open();
    assertThat(fixture.bean(PublishedDocumentStore.class).published("campaign")).contains(before);
    assertThat(publish(paced(Duration.ZERO))).isEqualTo(before);
  }

  @Test
  void aLostDocumentIsBuiltAgain() throws IOException {
    fixture = open();
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    Published before = publish(paced(Duration.ofHours(1)));
    Files.delete(fixture.bean(PublishedDocumentStore.class).file("campaign", before, true));
    Published again = publish(paced(Duration.ofHours(1)));
    assertThat(again.sha256()).isEqualTo(before.sha256());
    assertThat(fixture.bean(PublishedDocumentStore.class).holds("campaign", again)).isTrue();
  }

  @Test
  void theLastGoodDocumentStaysWhenABuildFails() throws IOException {
    fixture = open();
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    Published good = publish(paced(Duration.ZERO));
    byte[] bytes = plain(good);
    catalogue.change(doctor("2"), State.OPEN, "new", T);
    Board broken = BoardFixture.board("campaign", Selection.ALL, new ForgetfulFormat());
    assertThatThrownBy(() -> publish(broken)).hasMessageContaining("written with 1 items");
    assertThat(fixture.bean(PublishedDocumentStore.class).published("campaign")).contains(good);
    assertThat(plain(good)).isEqualTo(bytes);
  }

  @Test
  void whoReadsWhileAnotherIsBuiltReadsOneWholeDocument() throws IOException {
    fixture = open();
    catalogue.change(doctor("1"), State.OPEN, "new", T);
    Published first = publish(paced(Duration.ZERO));
    byte[] whole = plain(first);
    try (InputStream reader =
        Files.newInputStream(
            fixture.bean(PublishedDocumentStore.class).file("campaign", first, false))) {
      byte[] head = reader.readNBytes(10);
      for (int round = 2; round < 5; round++) {
        catalogue.change(doctor("" + round), State.OPEN, "new", T);
        publish(paced(Duration.ZERO));
      }
      byte[] tail = reader.readAllBytes();
      assertThat(head.length + tail.length).isEqualTo(whole.length);
    }
    try (Stream<Path> files =
        Files.list(fixture.bean(PublishedDocumentStore.class).folder("campaign"))) {
      assertThat(files).as("two documents, plain and compressed, and the pointer").hasSize(5);
    }
  }

  private BoardFixture open() {
    BoardFixture opened = new BoardFixture(database, data);
    opened.consents.put("region-norrbotten", true);
    return opened;
  }

  private static Board paced(Duration pace) {
    return new Board(
        "campaign",
        "Jobba i norr",
        new CampaignJson(),
        Access.PUBLIC,
        List.of(),
        pace,
        Selection.ALL,
        List.of(),
        Optional.empty());
  }

  private Published publish(Board board) {
    fixture.bean(PostingUpdater.class).follow(board);
    fixture.bean(Publisher.class).publish(board, DocumentFormat.of(board).orElseThrow());
    return fixture.bean(PublishedDocumentStore.class).published("campaign").orElseThrow();
  }

  private byte[] plain(Published published) throws IOException {
    return Files.readAllBytes(
        fixture.bean(PublishedDocumentStore.class).file("campaign", published, false));
  }

  /** Says that it wrote one item and writes none. */
  private static final class ForgetfulFormat implements DocumentFormat {
    @Override
    public String name() {
      return "forgetful";
    }

    @Override
    public String extension() {
      return "json";
    }

    @Override
    public String mediaType() {
      return "application/json";
    }

    @Override
    public int revision() {
      return 1;
    }

    @Override
    public int write(DocumentHead head, Stream<VacancyVersion> vacancies, OutputStream out) {
      return 1;
    }

    @Override
    public int count(InputStream document) {
      return 0;
    }
  }
}
