package norrhub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTroubleTest {
  @ParameterizedTest
  @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P03", "53300", "28P01", "3D000"})
  void aConnectionThatIsLostOrCannotBeMadeIsTheDatabases(String state) {
    var sql = new SQLException("gone", state);
    assertThat(DatabaseTrouble.in(new IllegalStateException("work", new RuntimeException(sql))))
        .isTrue();
  }

  /** As the pool says it of a connection that it has closed: without a state. */
  @Test
  void aSessionThatWasLostIsTheDatabases() {
    var lost = new SessionLost("The work on a feed", new SQLException("Connection is closed"));
    assertThat(DatabaseTrouble.in(new IllegalStateException("A worker failed", lost))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42P01", "40001", "22001", "57014"})
  void whatTheDatabaseAnswersIsOurs(String state) {
    assertThat(DatabaseTrouble.in(new RuntimeException(new SQLException("no", state)))).isFalse();
  }

  @Test
  void otherFailuresAreNotTheDatabases() {
    assertThat(DatabaseTrouble.in(new IllegalStateException())).isFalse();
    assertThat(DatabaseTrouble.in(new SQLException("pool is empty"))).isFalse();
    assertThat(DatabaseTrouble.in(null)).isFalse();
  }

  @Test
  void anAddressShowsNoPassword() {
    var address =
        new DatabaseAddress(
            "jdbc:postgresql://db/norrhub?password=hemligt", "hub", "hemligt", new Properties());
    assertThat(address.toString()).isEqualTo("hub at jdbc:postgresql://db/norrhub");
  }

  @Test
  void anAddressOfAnotherDatabaseIsDistinguishedFromOneThatDoesNotAnswer() {
    var address = new DatabaseAddress("postgres://db/norrhub", "hub", "", new Properties());
    assertThat(address.objection(Duration.ofSeconds(1)).orElseThrow())
        .contains("begins with jdbc:postgresql:");
  }
}
