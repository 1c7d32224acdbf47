package norrhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import norrhub.Sample;
import norrhub.TestDatabase;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.partner.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FeedLatestTest {
  private static final NoticeKind KIND =
      new NoticeKind("any-thing", Severity.WARNING, "Look: {value}.", "Se: {value}.");
  private static final Optional<String> WHY = Optional.of("3 of 4 are missing");

  private DataSource database;
  private JdbcClient db;
  private DeliveryIntake intake;
  private FeedReports reports;
  private Instant now = Sample.NOON;
  private int sent;

  @BeforeEach
  void openAnEmptyLedger() {
    database = TestDatabase.create();
    db = JdbcClient.create(database);
    intake = new DeliveryIntake(db);
    reports = new FeedReports(db);
  }

  @Test
  void theRowIsWhatTheWholeLedgerSaysWhateverHappens() {
    Random random = new Random(7);
    for (int step = 0; step < 200; step++) {
      now = now.plusSeconds(60);
      String feed = random.nextBoolean() ? "a" : "b";
      switch (random.nextInt(6)) {
        case 0 -> receive(feed, random.nextBoolean() ? "rest" : "sftp");
        case 1 -> intake.refused(feed, "p", "x", KIND, "mail " + step, now);
        case 2 -> intake.confirmUnchanged(feed, "p", now);
        case 3 -> intake.applyInEarnest(feed);
        default -> finish(feed, random);
      }
      assertThat(rows()).isEqualTo(ledger());
    }
    assertThat(reports.all()).hasSize(2);
  }

  @Test
  void twoHubsThatWriteAtOnceLeaveTheRowThatTheLedgerSays() throws Exception {
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    ExecutorService hubs = Executors.newFixedThreadPool(2);
    List<Future<?>> ends = new ArrayList<>();
    for (int n = 0; n < 40; n++) {
      receive("a", "sftp");
      int mail = n;
      ends.add(hubs.submit(() -> work(outcome(DeliveryState.APPLIED, Outcome.Troubles.NONE))));
      ends.add(
          hubs.submit(
              () ->
                  transaction.executeWithoutResult(
                      status -> intake.refused("a", "p", "x", KIND, "mail " + mail, now))));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    hubs.shutdown();

    assertThat(rows()).isEqualTo(ledger());
  }

  @Test
  void whatIsTakenBackInTheLedgerIsTakenBackInTheRow() {
    receive("a", "sftp");
    work(outcome(DeliveryState.APPLIED, Outcome.Troubles.NONE));
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));

    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      intake.refused("a", "p", "x", KIND, "mail", now);
                      throw new IllegalStateException("the hub dies here");
                    }))
        .hasMessageContaining("dies");
    assertThat(rows()).isEqualTo(ledger());
    assertThat(reports.all().get(0).trouble()).isEmpty();
  }

  @Test
  void troubleKeepsTheDateOfItsBeginningUntilItEnds() {
    deliver(Outcome.Troubles.NONE);
    Instant began = now.plusSeconds(60);
    deliver(new Outcome.Troubles(WHY, Optional.empty()));
    deliver(new Outcome.Troubles(Optional.empty(), WHY));
    now = now.plusSeconds(60);
    intake.refused("a", "p", "x", KIND, "mail", now);

    assertThat(reports.all().get(0).troubledSince()).contains(began);
    deliver(Outcome.Troubles.NONE);
    assertThat(reports.all().get(0).troubledSince()).isEmpty();
    assertThat(reports.all().get(0).trouble()).isEmpty();
  }

  @Test
  void arrivalsAreRememberedTwelveHoursApartAndTheNewestExactly() {
    for (int n = 0; n < 60; n++) {
      now = now.plus(Duration.ofHours(6));
      receive("a", "sftp");
    }

    Rhythm rhythm = reports.all().get(0).rhythm().orElseThrow();
    assertThat(rhythm.arrivals()).hasSize(Rhythm.ARRIVALS).isSorted();
    assertThat(rhythm.usual()).contains(Duration.ofHours(12));
    assertThat(rhythm.last()).isEqualTo(now);
  }

  @Test
  void theWordThatNothingHasChangedIsAnArrivalAndARefusedMailIsNone() {
    receive("a", "rest");
    now = now.plus(Duration.ofDays(20));
    intake.confirmUnchanged("a", "p", now);
    Instant confirmed = now;
    now = now.plus(Duration.ofDays(20));
    intake.refused("a", "p", "x", KIND, "mail", now);

    assertThat(reports.all().get(0).rhythm().orElseThrow().last()).isEqualTo(confirmed);
  }

  @Test
  void whatAnAddressSaysAgainAndAgainIsOneRow() {
    receive("a", "rest");
    work(outcome(DeliveryState.APPLIED, Outcome.Troubles.NONE));
    for (int n = 0; n < 5; n++) {
      now = now.plusSeconds(60);
      intake.confirmUnchanged("a", "p", now);
      work(unchanged(new Outcome.Troubles(Optional.empty(), WHY)));
    }
    assertThat(count()).isEqualTo(2);
    assertThat(reports.all().get(0).trouble()).isEqualTo(WHY);

    intake.confirmUnchanged("a", "p", now.plusSeconds(60));
    work(unchanged(Outcome.Troubles.NONE));
    assertThat(count()).as("that it is over is news").isEqualTo(3);
  }

  @Test
  void whatSomebodySentKeepsItsRowThoughItIsTheSame() {
    for (int n = 0; n < 4; n++) {
      receive("a", "sftp");
      work(
          n == 0
              ? outcome(DeliveryState.APPLIED, Outcome.Troubles.NONE)
              : unchanged(Outcome.Troubles.NONE));
    }

    assertThat(count()).isEqualTo(4);
  }

  private void deliver(Outcome.Troubles troubles) {
    now = now.plusSeconds(60);
    receive("a", "sftp");
    work(outcome(DeliveryState.APPLIED, troubles));
  }

  private void finish(String feed, Random random) {
    if (random.nextInt(5) == 0) {
      Ledger ledger = new Ledger(database);
      LedgerEntries entries = new LedgerEntries(database, clock());
      ledger
          .oldestUnfinished(feed)
          .ifPresent(it -> entries.stumbled(it, "damaged", Duration.ZERO, random.nextBoolean()));
      return;
    }
    Outcome.Troubles troubles =
        random.nextBoolean() ? Outcome.Troubles.NONE : new Outcome.Troubles(WHY, Optional.empty());
    apply(
        feed,
        random.nextBoolean() ? unchanged(troubles) : outcome(DeliveryState.APPLIED, troubles));
  }

  private void work(Outcome outcome) {
    apply("a", outcome);
  }

  private void apply(String feed, Outcome outcome) {
    new Work(database, clock()).next(List.of(feed), (delivery, session) -> outcome);
  }

  private static Outcome unchanged(Outcome.Troubles troubles) {
    return outcome(DeliveryState.UNCHANGED, troubles);
  }

  private static Outcome outcome(DeliveryState state, Outcome.Troubles troubles) {
    return new Outcome(
        state,
        "f",
        troubles.unread().isEmpty(),
        true,
        state == DeliveryState.UNCHANGED ? OptionalLong.of(1) : OptionalLong.empty(),
        troubles,
        new Outcome.Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        List.of(),
        0,
        "");
  }

  private void receive(String feed, String transport) {
    String name = "jobs " + sent++;
    intake.receive(
        new Incoming(
            feed,
            "p",
            Transport.of(transport),
            "jobs",
            name,
            List.of(new ArchivedPart(name, "aa".repeat(32), 3, 1)),
            now));
  }

  private int count() {
    return db.sql("select count(*) from delivery").query(Integer.class).single();
  }

  private List<String> rows() {
    return db.sql(
            """
            select concat_ws(' ', feed, coalesce(delivery, 0), coalesce(read, 0)) from feed_latest order by feed""")
        .query(String.class)
        .list();
  }

  private List<String> ledger() {
    return db.sql(
            """
            select concat_ws(' ', feed, coalesce(max(number) filter (where state <> 'RECEIVED'), 0),
              coalesce(max(number) filter (where state = 'APPLIED'), 0)) from delivery group by feed order by feed""")
        .query(String.class)
        .list();
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
