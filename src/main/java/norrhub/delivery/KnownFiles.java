package norrhub.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files a source still holds of those that were received from it. */
@Component
public class KnownFiles {
  private final JdbcClient db;

  KnownFiles(JdbcClient db) {
    this.db = db;
  }

  /**
   * Whether the file with this identity was received and is still there, so that it need not be
   * fetched again. For sources where nothing may be moved away.
   */
  public boolean holds(String feed, String identity) {
    return db.sql(
            """
            select exists (
              select from delivery
              where feed = :feed and starts_with(identity, :identity || '|') and not source_gone)""")
        .param("feed", feed)
        .param("identity", identity)
        .query(Boolean.class)
        .single();
  }
}
