package norrhub.faults;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the ledger has a delivery, whole and applied, of exactly these pages. */
record Taken(JdbcClient look, String feed) implements Predicate<List<String>> {
  @Override
  public boolean test(List<String> hashes) {
    try {
      return look
          .sql(
              """
              select parts::text from delivery
              where feed = ? and state in ('APPLIED', 'UNCHANGED') and complete""")
          .param(feed)
          .query(String.class)
          .list()
          .stream()
          .anyMatch(parts -> hashes.stream().allMatch(parts::contains));
    } catch (DataAccessException e) {
      return false; // the database is down: nobody knows yet
    }
  }
}
