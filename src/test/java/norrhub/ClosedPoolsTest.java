package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;

class ClosedPoolsTest {
  @Test
  void allPoolsOfATestClassAreClosedBehindIt() throws Exception {
    assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(ClosedPools.class);
    HikariDataSource first = (HikariDataSource) TestDatabase.create();
    HikariDataSource second = (HikariDataSource) TestDatabase.create();
    first.getConnection().close();

    TestDatabase.closePools();

    assertThat(first.isClosed()).isTrue();
    assertThat(second.isClosed()).isTrue();
  }
}
