package norrhub.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether everything that was sent has gone all the way. */
final class Quiet {
  private final Scene scene;

  Quiet(Scene scene) {
    this.scene = scene;
  }

  /** What is still under way, in words; empty when nothing is. */
  List<String> underWay() throws Exception {
    List<String> open = new ArrayList<>();
    for (Sender sender : scene.senders()) {
      if (!sender.waiting().isEmpty()) {
        open.add(sender.waiting());
      }
    }
    try {
      lookAtDatabase(open);
    } catch (DataAccessException e) {
      open.add("no database: " + e.getMessage());
    }
    return open;
  }

  private void lookAtDatabase(List<String> open) throws IOException {
    JdbcClient look = scene.database().look();
    LedgerRow.all(look).stream()
        .filter(row -> row.state().equals("RECEIVED"))
        .forEach(row -> open.add("not applied: " + row));
    long behind =
        look.sql(
                """
                select coalesce(max((select last from change_counter) - change_cursor), 1) from board""")
            .query(Long.class)
            .single();
    if (behind > 0) {
      open.add("a board is behind by " + behind);
    }
    long posted =
        look.sql("select posted from board where id = 'matching'")
            .query(Long.class)
            .optional()
            .orElse(1L);
    long sent =
        look.sql("select sent from relay where board = 'matching'")
            .query(Long.class)
            .optional()
            .orElse(0L);
    if (sent < posted) {
      open.add("%d events not sent".formatted(posted - sent));
    }
    long received =
        Boards.events(scene.events()).stream()
            .map(event -> event.path("id").asText())
            .distinct()
            .count();
    if (received < posted) {
      open.add("%d of %d events received".formatted(received, posted));
    }
  }
}
