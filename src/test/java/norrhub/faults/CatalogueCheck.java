package norrhub.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue is the model, and nothing was withdrawn that its partner did not take away. */
final class CatalogueCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Row> rows = new HashMap<>();
  private final List<Sender> senders;

  CatalogueCheck(JdbcClient look, List<Sender> senders) {
    this.senders = senders;
    look.sql(
            """
            select v.feed, v.scope, v.source_key, v.state,
              (select content from vacancy_version w where w.id = v.id order by version desc limit 1),
              (select count(*) from change c where c.id = v.id and c.state = 'WITHDRAWN') as withdrawals
            from vacancy v""")
        .query(
            (row, n) ->
                rows.put(row.getString("feed") + " " + row.getString("source_key"), row(row)))
        .list();
  }

  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (Sender sender : senders) {
      for (PartnerList list : sender.lists()) {
        list.model().forEach(ad -> check(ad, list.withdrawals(ad), faults));
      }
    }
    rows.forEach((key, row) -> faults.add("nobody offers " + key + ": " + row));
    return faults;
  }

  private void check(Ad ad, int withdrawals, List<String> faults) {
    Row row = rows.remove(ad.feed() + " " + ad.key());
    if (row == null) {
      faults.add("not in the catalogue: " + ad);
      return;
    }
    if (!row.state.equals(ad.isOpen() ? "OPEN" : "WITHDRAWN")) {
      faults.add("%s is %s".formatted(ad, row));
    }
    if (ad.isOpen() && !(row.title.equals(ad.title()) && row.city.equals(ad.city()))) {
      faults.add("%s has other content: %s".formatted(ad, row));
    }
    if (row.withdrawals != withdrawals) {
      faults.add("%s went %d times, but: %s".formatted(ad, withdrawals, row));
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    try {
      JsonNode content = JSON.readTree(row.getString("content"));
      return new Row(
          row.getString("state"),
          content.path("title").asText(),
          content.at("/locations/0/city").asText(),
          row.getInt("withdrawals"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Row(String state, String title, String city, int withdrawals) {}
}
