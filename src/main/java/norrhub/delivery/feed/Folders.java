package norrhub.delivery.feed;

import java.sql.Array;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What lies in the folders of feeds, for whoever asks any of the hubs. */
@Component
public class Folders {
  private final JdbcClient db;

  Folders(JdbcClient db) {
    this.db = db;
  }

  /** Writes nothing while all is as before. */
  public void seen(String feed, FolderSeen seen) {
    db.sql(
            """
            insert into feed_folder as f (feed, unmatched, unmatched_names, resting, resting_names)
            values (:feed, :unmatched, :unmatchedNames, :resting, :restingNames)
            on conflict (feed) do update set unmatched = excluded.unmatched,
              unmatched_names = excluded.unmatched_names, resting = excluded.resting,
              resting_names = excluded.resting_names
            where (f.unmatched, f.unmatched_names, f.resting, f.resting_names)
              <> (excluded.unmatched, excluded.unmatched_names, excluded.resting, excluded.resting_names)""")
        .param("feed", feed)
        .param("unmatched", seen.unmatched())
        .param("unmatchedNames", new SqlArrayValue("text", seen.unmatchedNames().toArray()))
        .param("resting", seen.resting())
        .param("restingNames", new SqlArrayValue("text", seen.restingNames().toArray()))
        .update();
  }

  /** By feed; none where a feed's folder was never listed. */
  public Map<String, FolderSeen> all() {
    Map<String, FolderSeen> all = new HashMap<>();
    db.sql("select * from feed_folder")
        .query(
            row -> {
              all.put(
                  row.getString("feed"),
                  new FolderSeen(
                      row.getInt("unmatched"),
                      names(row.getArray("unmatched_names")),
                      row.getInt("resting"),
                      names(row.getArray("resting_names"))));
            });
    return all;
  }

  private static List<String> names(Array names) throws SQLException {
    return List.of((String[]) names.getArray());
  }
}
