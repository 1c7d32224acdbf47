package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import norrhub.FreePort;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that cannot use its database stops with one sentence. */
class NeedsDatabaseTest {
  @TempDir Path folder;

  @Test
  void aHubWithoutADatabaseStopsWithOneSentenceThatSaysWhatToSet() throws Exception {
    Run run = start();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.said())
        .singleElement()
        .asString()
        .startsWith("Norrhub needs a PostgreSQL database: set NORRHUB_DATABASE_URL");
  }

  @Test
  void aDatabaseThatIsNotThereOrRefusesTheLoginIsOneSentence() throws Exception {
    int nobody = FreePort.next();
    assertOneSentence(
        start("--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + nobody + "/norrhub"),
        "jdbc:postgresql://127.0.0.1:" + nobody + "/norrhub",
        "Connection to 127.0.0.1:" + nobody + " refused");
    try (var database = new OwnPostgres(folder)) {
      database.execute("create role norrhub login password 'right'");
      Path rules = database.data().resolve("pg_hba.conf");
      Files.writeString(
          rules, "host all norrhub 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
      database.execute("select pg_reload_conf()");
      assertOneSentence(
          start(
              "--spring.datasource.url=" + database.url() + "?ApplicationName=s3cr3t",
              "--spring.datasource.username=norrhub",
              "--spring.datasource.password=wr0ng"),
          "password authentication failed for user \"norrhub\"");
      // What comes up only when its tables are made.
      database.execute("revoke create on schema public from public");
      Run run =
          start(
              "--spring.datasource.url=" + database.url(),
              "--spring.datasource.username=norrhub",
              "--spring.datasource.password=right");
      assertThat(run.said())
          .noneMatch(line -> line.matches("^\\s+at .*|.*Exception.*"))
          .last()
          .isEqualTo(
              "Norrhub cannot start: its database cannot be used: permission denied for schema public");
      assertThat(run.exitCode()).isNotZero();
    }
  }

  @Test
  void tablesFromBeforeTheFirstReleaseAreRejectedInOneSentence() throws Exception {
    Path old = Files.createDirectories(folder.resolve("old"));
    Files.writeString(old.resolve("V1__deliveries.sql"), "create table delivery (number bigint)");
    Files.writeString(old.resolve("V61__what_lies_in_a_folder.sql"), "create table x (y int)");
    try (var database = new OwnPostgres(folder)) {
      Flyway.configure()
          .dataSource(database.url(), "postgres", "")
          .locations("filesystem:" + old)
          .load()
          .migrate();

      Run run =
          start(
              "--spring.datasource.url=" + database.url(), "--spring.datasource.username=postgres");

      assertThat(run.said())
          .noneMatch(line -> line.matches("^\\s+at .*|.*Exception.*"))
          .last()
          .isEqualTo(
              "Norrhub cannot start: its database cannot be used: its tables are from before the"
                  + " first release (V1__deliveries.sql) and cannot be upgraded; set"
                  + " NORRHUB_DATABASE_URL to an empty database");
      assertThat(run.exitCode()).isNotZero();
    }
  }

  private static void assertOneSentence(Run run, String... parts) {
    assertThat(run.said())
        .singleElement()
        .asString()
        .contains(parts)
        .doesNotContain("wr0ng", "s3cr3t");
    assertThat(run.exitCode()).isNotZero();
  }

  private Run start(String... settings) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "norrhub.Norrhub",
                "--norrhub.home.data=" + folder.resolve("data")));
    command.addAll(List.of(settings));
    Process hub = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(hub.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(said.strip().lines().toList(), hub.waitFor());
  }

  private record Run(List<String> said, int exitCode) {}
}
