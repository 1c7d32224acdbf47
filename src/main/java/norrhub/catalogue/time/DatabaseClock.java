package norrhub.catalogue.time;

import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the database server's clock. */
@Configuration(proxyBeanMethods = false)
class DatabaseClock {
  @Bean
  DatabaseTime databaseTime(JdbcClient db) {
    return () ->
        db.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
  }
}
