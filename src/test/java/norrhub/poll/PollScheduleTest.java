package norrhub.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import norrhub.MutableClock;
import norrhub.TestDatabase;
import norrhub.delivery.PollLocks;
import norrhub.delivery.feed.FeedStates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two hubs on one database, and the clock in our hands. */
class PollScheduleTest {
  private final DataSource database = TestDatabase.create();
  private final MutableClock clock = new MutableClock();
  private final Hub one = new Hub();
  private final Hub two = new Hub();

  @BeforeEach
  void plan() {
    one.polls.plan("feed", Duration.ofMinutes(1));
    two.polls.plan("feed", Duration.ofMinutes(1));
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
  }

  @Test
  void oneHubPollsAtATime() {
    assertThat(one.polls.begin("feed")).isTrue();
    assertThat(two.polls.begin("feed")).isFalse();
  }

  @Test
  void betweenTwoPollsTheIntervalPassesHoweverManyHubsThereAre() {
    one.polls.begin("feed");
    one.polls.done("feed");

    assertThat(two.polls.begin("feed")).isFalse();
    clock.forward(Duration.ofSeconds(60));
    assertThat(two.polls.begin("feed")).isTrue();
  }

  @Test
  void whenAHubDiesInAPollAnotherGoesOn() {
    one.polls.begin("feed");
    one.close();

    assertThat(two.polls.begin("feed")).isTrue();
  }

  @Test
  void aHubWhosePollEndedInAnErrorComesInAgain() {
    one.polls.begin("feed");

    assertThat(one.polls.begin("feed")).isTrue();
  }

  @Test
  void aClockThatIsSetBackADayStopsNoFeed() {
    clock.forward(Duration.ofDays(1));
    one.polls.begin("feed");
    one.polls.broke("feed", "no route to host");
    clock.forward(Duration.ofDays(-1));

    assertThat(one.polls.begin("feed")).isTrue();
  }

  @Test
  void aPauseThatWasAskedForByAClockThatIsSetBackIsVoid() {
    clock.forward(Duration.ofDays(2));
    one.polls.begin("feed");
    one.polls.pause("feed", clock.instant().plus(Duration.ofHours(1)), "HTTP 429");
    one.polls.done("feed");
    clock.forward(Duration.ofDays(-2));

    assertThat(one.polls.begin("feed")).isTrue();
  }

  @Test
  void aFeedThatFailsIsTriedLessOften() {
    for (int failure = 0; failure < 3; failure++) {
      clock.forward(Duration.ofMinutes(15));
      assertThat(one.polls.begin("feed")).isTrue();
      one.polls.broke("feed", "no route to host");
    }

    clock.forward(Duration.ofMinutes(3));
    assertThat(one.polls.begin("feed")).isFalse();
    clock.forward(Duration.ofMinutes(1));
    assertThat(one.polls.begin("feed")).isTrue();
    assertThat(one.states.state("feed").orElseThrow().failure()).contains("no route to host");
  }

  @Test
  void aPollThatHadTroubleIsNoSuccess() {
    one.polls.begin("feed");
    one.polls.trouble("feed", "the first reason");
    one.polls.trouble("feed", "another");
    one.polls.done("feed");

    assertThat(one.states.state("feed").orElseThrow().lastSuccess()).isEmpty();
    assertThat(one.states.state("feed").orElseThrow().failure()).contains("the first reason");
  }

  @Test
  void aPollByHandDoesNotMakeTheHubLookLessOften() {
    one.polls.begin("feed");
    one.polls.broke("feed", "no route to host");
    for (int i = 0; i < 5; i++) {
      one.polls.ask("feed", false);
      assertThat(one.polls.begin("feed")).isTrue();
      one.polls.broke("feed", "no route to host");
    }

    clock.forward(Duration.ofMinutes(1));
    assertThat(one.polls.begin("feed")).isTrue();
  }

  @Test
  void aFeedThatIsFailingWhileAllIsFetchedIsPolledAsOftenAsEver() {
    for (int poll = 0; poll < 5; poll++) {
      assertThat(one.polls.begin("feed")).isTrue();
      one.polls.complain("feed", "jobs.xml cannot be moved");
      one.polls.done("feed");
      assertThat(one.states.state("feed").orElseThrow().failure())
          .contains("jobs.xml cannot be moved");
      clock.forward(Duration.ofMinutes(1));
    }
  }

  @Test
  void allHubsKeepThePauseThatASourceAskedFor() {
    one.polls.begin("feed");
    one.polls.pause("feed", clock.instant().plus(Duration.ofHours(2)), "HTTP 429");
    one.polls.done("feed");

    clock.forward(Duration.ofMinutes(119));
    assertThat(two.polls.begin("feed")).isFalse();
    clock.forward(Duration.ofMinutes(1));
    assertThat(two.polls.begin("feed")).isTrue();
  }

  @Test
  void aPauseHoldsBackAllFeedsOfTheServer() {
    for (Hub hub : List.of(one, two)) {
      hub.polls.plan("feed", Duration.ofMinutes(1), "https://api.example.org");
      hub.polls.plan("neighbour", Duration.ofMinutes(1), "https://api.example.org");
      hub.polls.plan("stranger", Duration.ofMinutes(1), "https://api.example.net");
    }
    one.polls.begin("feed");
    one.polls.pause("feed", clock.instant().plus(Duration.ofMinutes(10)), "HTTP 429");
    one.polls.done("feed");

    assertThat(two.polls.begin("neighbour")).isFalse();
    assertThat(two.states.state("neighbour").orElseThrow().waitReason())
        .contains("HTTP 429 (asked of feed feed)");
    assertThat(two.polls.begin("stranger")).isTrue();
    clock.forward(Duration.ofMinutes(10));
    assertThat(two.polls.begin("neighbour")).isTrue();
  }

  @Test
  void aPollThatWasUnderWayWhenItsServerAskedForAPauseDoesNotEndThePause() {
    one.polls.plan("feed", Duration.ofMinutes(1), "https://api.example.org");
    one.polls.plan("neighbour", Duration.ofMinutes(1), "https://api.example.org");
    one.polls.begin("feed");
    one.polls.begin("neighbour");
    one.polls.pause("feed", clock.instant().plus(Duration.ofMinutes(10)), "HTTP 429");
    one.polls.done("neighbour");

    clock.forward(Duration.ofMinutes(5));
    assertThat(one.polls.begin("neighbour")).isFalse();
  }

  @Test
  void aFileThatIsToRestIsLookedAtBeforeTheIntervalHasPassed() {
    one.polls.begin("feed");
    one.polls.soon("feed", Duration.ofSeconds(10));
    one.polls.done("feed");

    clock.forward(Duration.ofSeconds(9));
    assertThat(one.polls.begin("feed")).isFalse();
    clock.forward(Duration.ofSeconds(1));
    assertThat(one.polls.begin("feed")).isTrue();
  }

  private final class Hub {
    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final PollSchedule polls;
    final FeedStates states;

    Hub() {
      context.registerBean(DataSource.class, () -> database);
      context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
      context.registerBean(Clock.class, () -> clock);
      context.register(PollLocks.class, FeedStates.class, PollSchedule.class);
      context.refresh();
      polls = context.getBean(PollSchedule.class);
      states = context.getBean(FeedStates.class);
    }

    void close() {
      context.getBean(PollLocks.class).destroy();
    }
  }
}
