package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import norrhub.TestDatabase;
import norrhub.sandbox.SftpStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A hub whose clock is three days ahead of its database's. Nobody may set the clock of the machine
 * that runs this, so the database's is set back: a function of the test stands before its own.
 */
class LeapingClockHubTest {
  @TempDir Path folder;

  @Test
  void expiresNothingUntilTheClocksAgreeAndThenWhatHasEnded() throws Exception {
    String url = TestDatabase.url();
    var db = new JdbcTemplate(new DriverManagerDataSource(url, "postgres", ""));
    db.execute("create schema shifted");
    db.execute("create table shifted.behind (days int)");
    db.execute("insert into shifted.behind values (3)");
    db.execute(
        """
        create function shifted.clock_timestamp() returns timestamptz language sql as
        'select pg_catalog.clock_timestamp() - make_interval(days => days) from shifted.behind'""");
    db.execute(
        "alter database %s set search_path = public, shifted, pg_catalog"
            .formatted(db.queryForObject("select current_database()", String.class)));

    Path home = HubProcess.home(folder);
    try (var server = new SftpStandIn(folder.resolve("drop"), folder.resolve("keys"), "p", 0)) {
      Files.writeString(
          home.resolve("config/partners/gruvan.yaml"), Tables.partner(server, "mine-jobs", "/"));
      String yesterday =
          db.queryForObject(
              "select (now() at time zone 'UTC' - interval '1 day')::date::text", String.class);
      Files.writeString(
          folder.resolve("drop/jobs.csv"), Tables.table(0, 60).replace("2099-12-31", yesterday));
      try (HubProcess hub = new HubProcess(home, url, List.of(Tables.password())).awaitUp()) {
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(
                () -> {
                  assertThat(states(db)).containsExactly("OPEN 60");
                  JsonNode clock = clock(hub);
                  assertThat(clock.path("doubt").asText())
                      .isEqualTo("The clock of this machine is 72 h 0 min ahead of the database's");
                  assertThat(clock.path("heldVacancies").asInt()).isEqualTo(60);
                });
        assertThat(states(db)).as("more than one tick later").containsExactly("OPEN 60");

        db.update("update shifted.behind set days = 0");
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> assertThat(states(db)).containsExactly("EXPIRED 60"));
        assertThat(clock(hub).has("doubt")).isFalse();
      }
    }
  }

  private static JsonNode clock(HubProcess hub) throws Exception {
    return new ObjectMapper().readTree(hub.health()).at("/components/clock/details");
  }

  private static List<String> states(JdbcTemplate db) {
    return db.queryForList(
        "select state || ' ' || count(*) from vacancy group by state", String.class);
  }
}
