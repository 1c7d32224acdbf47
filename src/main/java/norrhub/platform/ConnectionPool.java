package norrhub.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** The pool of database connections that all parts of the hub share. */
@Component
public class ConnectionPool {
  private final HikariDataSource pool;

  ConnectionPool(DataSource database) throws SQLException {
    this.pool = database.unwrap(HikariDataSource.class);
  }

  /** How many connections there are at most. */
  public int size() {
    return pool.getMaximumPoolSize();
  }

  DatabaseAddress address() {
    Properties settings = new Properties();
    settings.putAll(pool.getDataSourceProperties());
    return new DatabaseAddress(
        pool.getJdbcUrl(),
        String.valueOf(pool.getUsername()),
        pool.getPassword() == null ? "" : pool.getPassword(),
        settings);
  }
}
