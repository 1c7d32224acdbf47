package norrhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import norrhub.MutableClock;
import norrhub.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BlockersTest {
  private final DataSource database = TestDatabase.create();
  private final MutableClock clock = new MutableClock();
  private final Blockers blockers = new Blockers(JdbcClient.create(database), clock);

  @Test
  void eightFailuresAreEnough() {
    for (int failure = 1; failure < 8; failure++) {
      assertThat(fails("a.xml", "one").isOver(Blocker.MOST_TRIES, clock.instant())).isFalse();
      clock.forward(Duration.ofMinutes(15));
    }
    assertThat(fails("a.xml", "one").isOver(Blocker.MOST_TRIES, clock.instant())).isTrue();
  }

  @Test
  void soIsADayHoweverOftenTheFileIsReplaced() {
    for (int hour = 0; hour < 24; hour++) {
      Blocker blocker = fails("a.xml", "version " + hour);
      assertThat(blocker.tries()).isEqualTo(1);
      assertThat(blocker.isOver(Blocker.MOST_TRIES, clock.instant())).isFalse();
      clock.forward(Duration.ofHours(1));
    }
    assertThat(fails("a.xml", "version 24").isOver(Blocker.MOST_TRIES, clock.instant())).isTrue();
  }

  @Test
  void pollsByHandCountForNothingButTheTime() {
    for (int poll = 0; poll < 20; poll++) {
      Blocker blocker = blockers.failed("feed", "a.xml", "a.xml", "one", "no", false);
      assertThat(blocker.tries()).isZero();
    }
    assertThat(fails("a.xml", "one").tries()).isEqualTo(1);
  }

  @Test
  void anotherHubGoesOnCountingAndWhatIsGoneIsForgotten() {
    fails("a.xml", "one");
    fails("b.xml", "two");
    Blockers another = new Blockers(JdbcClient.create(database), clock);
    assertThat(another.failed("feed", "a.xml", "a.xml", "one", "no", true).tries()).isEqualTo(2);

    another.keepOnly("feed", List.of("b.xml", "c.xml"));

    assertThat(blockers.of("feed")).extracting(Blocker::item).containsExactly("b.xml");
    blockers.passed("feed", "b.xml");
    assertThat(blockers.of("feed")).isEmpty();
  }

  private Blocker fails(String name, String identity) {
    return blockers.failed("feed", name, name, identity, "Permission denied", true);
  }
}
