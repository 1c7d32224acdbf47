package norrhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import norrhub.MutableClock;
import norrhub.Sample;
import norrhub.TestDatabase;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.delivery.feed.Gap;
import norrhub.delivery.feed.Gaps;
import norrhub.notice.Finding;
import norrhub.notice.Notice;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.notice.SourceLocation;
import norrhub.partner.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorkTest {
  private static final List<String> FEEDS = List.of("a", "b");

  private final List<String> applied = new ArrayList<>();
  private DataSource database;
  private JdbcClient db;
  private Work work;
  private final MutableClock clock = new MutableClock();

  @BeforeEach
  void openAnEmptyLedger() {
    database = TestDatabase.create();
    db = JdbcClient.create(database);
    work = new Work(database, clock);
  }

  @Test
  void appliesTheOldestOfAFeedFirst() {
    receive("a", "1.xml");
    receive("a", "2.xml");
    receive("b", "3.xml");
    while (work.next(FEEDS, this::apply)) {}

    assertThat(applied).containsSubsequence("1.xml", "2.xml").contains("3.xml").hasSize(3);
    assertThat(states()).containsOnly("APPLIED");
  }

  @Test
  void leavesDeliveriesOfFeedsThatAreNotConfiguredHere() {
    receive("unknown", "1.xml");

    assertThat(work.next(FEEDS, this::apply)).isFalse();
    assertThat(states()).containsExactly("RECEIVED");
  }

  @Test
  void whatStumbledByAClockThatIsSetBackADayDoesNotWaitADay() {
    receive("a", "1.xml");
    clock.set(Sample.NOON.plus(Duration.ofDays(1)));
    work.next(
        FEEDS,
        (delivery, session) -> {
          throw new IOException("no space left on device");
        });
    clock.set(Sample.NOON);

    assertThat(work.next(FEEDS, this::apply)).isTrue();
    assertThat(states()).containsExactly("APPLIED");
  }

  @Test
  void whatStumblesIsTriedAgainLaterAndDoesNotStopOtherFeeds() {
    receive("a", "1.xml");
    receive("a", "2.xml");
    receive("b", "3.xml");
    Work.Applier stumbling =
        (delivery, session) -> {
          if (delivery.name().equals("1.xml")) {
            throw new IOException("no space left on device");
          }
          return apply(delivery, session);
        };
    assertThat(work.next(FEEDS, stumbling)).isTrue();
    assertThat(work.next(FEEDS, stumbling)).isTrue();
    assertThat(work.next(FEEDS, stumbling)).isFalse();
    assertThat(applied).containsExactly("3.xml");
    FeedReport held = new FeedReports(db).all().get(0);
    assertThat(held.trouble())
        .hasValueSatisfying(why -> assertThat(why).contains("a-1 could not", "no space left"));
    assertThat(held.troubledSince()).isPresent();

    clock.forward(Duration.ofMinutes(1));
    while (work.next(FEEDS, this::apply)) {}
    assertThat(applied).containsExactly("3.xml", "1.xml", "2.xml");
    assertThat(new FeedReports(db).all()).noneMatch(report -> report.trouble().isPresent());
  }

  @Test
  void whatStumblesForeverEndsAsFailedAndLetsTheNextOnePass() {
    receive("a", "1.xml");
    receive("a", "2.xml");
    Work.Applier stumbling =
        (delivery, session) -> {
          throw new IOException("damaged");
        };
    for (int n = 0; n < 8; n++) {
      assertThat(work.next(FEEDS, stumbling)).isTrue();
      clock.forward(Duration.ofHours(1));
    }
    work.next(FEEDS, this::apply);

    assertThat(applied).containsExactly("2.xml");
    assertThat(states()).containsExactly("FAILED", "APPLIED");
    // A feed of changes misses it, and says so until an admin's word.
    Gaps gaps = new Gaps(db);
    assertThat(gaps.of("a")).extracting(Gap::name).containsExactly("1.xml");
    assertThat(gaps.of("b")).isEmpty();
    assertThat(gaps.confirm("a", "sent again")).containsExactly("a-1");
    assertThat(gaps.of("a")).isEmpty();
  }

  @Test
  void aDeliveryThatOverflowsTheStackDoesNotStopOtherFeeds() {
    receive("a", "1.xml");
    receive("b", "2.xml");
    Work.Applier overflowing =
        (delivery, session) -> {
          if (delivery.feed().equals("a")) {
            throw new StackOverflowError();
          }
          return apply(delivery, session);
        };
    while (work.next(FEEDS, overflowing)) {}

    assertThat(applied).containsExactly("2.xml");
    assertThat(states()).containsExactly("RECEIVED", "APPLIED");
  }

  @Test
  void twoHubsNeverWorkOnOneFeedAtOnce() throws Exception {
    receive("a", "1.xml");
    receive("a", "2.xml");
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    Future<Boolean> first =
        other.submit(
            () ->
                work.next(
                    FEEDS,
                    (delivery, session) -> {
                      begun.countDown();
                      end.await();
                      return apply(delivery, session);
                    }));
    begun.await();

    assertThat(new Work(database, clock).next(FEEDS, this::apply)).isFalse();
    end.countDown();
    assertThat(first.get()).isTrue();
    assertThat(applied).containsExactly("1.xml");
    other.shutdown();
  }

  @Test
  void theLedgerKeepsCountsAndNotices() {
    receive("a", "1.xml");
    var kind = new NoticeKind("x-y", Severity.ERROR, "No {field}.", "Ingen {field}.");
    work.next(
        FEEDS,
        (delivery, session) ->
            new Outcome(
                DeliveryState.APPLIED,
                "f",
                true,
                false,
                OptionalLong.empty(),
                Outcome.Troubles.NONE,
                new Outcome.Counts(3, 2, 1, 0, 2, 0, 0, 1, 0, 0),
                List.of(
                    new Notice(
                        "p",
                        delivery.id(),
                        new SourceLocation("1.xml", 7, "/a/b[2]"),
                        "k",
                        new Finding(kind, "title", "–"))),
                0,
                "done"));

    assertThat(
            db.sql(
                    """
                    select concat_ws(' ', received, accepted, rejected, code, part, line, path, field, value)
                    from delivery join delivery_notice on delivery = number""")
                .query(String.class)
                .list())
        .containsExactly("3 2 1 x-y 1.xml 7 /a/b[2] title –");
  }

  private Outcome apply(Delivery delivery, DataSource session) {
    applied.add(delivery.name());
    return new Outcome(
        DeliveryState.APPLIED,
        "f",
        true,
        false,
        OptionalLong.empty(),
        Outcome.Troubles.NONE,
        new Outcome.Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        List.of(),
        0,
        "");
  }

  private void receive(String feed, String name) {
    new DeliveryIntake(db)
        .receive(
            new Incoming(
                feed,
                "p",
                Transport.SFTP,
                name,
                name,
                List.of(new ArchivedPart(name, "aa".repeat(32), 3, 1)),
                Sample.NOON));
  }

  private List<String> states() {
    return db.sql("select state from delivery order by number").query(String.class).list();
  }
}
