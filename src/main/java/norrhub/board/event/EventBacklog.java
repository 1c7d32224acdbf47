package norrhub.board.event;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many postings of each event board were not sent yet, for whoever watches the hub. */
@Component
public class EventBacklog {
  private final JdbcClient sql;

  EventBacklog(JdbcTemplate jdbc) {
    this.sql = JdbcClient.create(jdbc);
  }

  public Map<String, Long> waiting() {
    Map<String, Long> waiting = new TreeMap<>();
    sql.sql("select b.id, b.posted - r.sent as waiting from relay r join board b on b.id = r.board")
        .query(
            row -> {
              waiting.put(row.getString("id"), row.getLong("waiting"));
            });
    return waiting;
  }
}
