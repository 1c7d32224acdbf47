package norrhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import norrhub.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PollLocksTest {
  private final DataSource database = TestDatabase.create();
  private final PollLocks here = new PollLocks(database);
  private final PollLocks there = new PollLocks(database);

  @Test
  void oneHubHoldsAFeedAndTheOtherMayHoldAnother() {
    assertThat(here.tryHold("a")).isTrue();
    assertThat(there.tryHold("a")).isFalse();
    assertThat(there.tryHold("b")).isTrue();

    here.release("a");
    assertThat(there.tryHold("a")).isTrue();
  }

  @Test
  void whoHoldsAFeedHoldsItStill() {
    here.tryHold("a");

    assertThat(here.tryHold("a")).isTrue();
    here.release("a");
    assertThat(there.tryHold("a")).isTrue();
  }

  @Test
  void aHubThatDiesLosesItsFeedsAtOnce() {
    here.tryHold("a");
    JdbcClient.create(database)
        .sql(
            """
            select pg_terminate_backend(pid, 10000) from pg_locks
            where locktype = 'advisory' and pid <> pg_backend_pid()
              and database = (select oid from pg_database where datname = current_database())""")
        .query((row, n) -> row.getBoolean(1))
        .list();

    assertThat(there.tryHold("a")).isTrue();
    assertThat(here.tryHold("a")).as("and does not believe it still has them").isFalse();
  }
}
