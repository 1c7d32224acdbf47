package norrhub.admin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import norrhub.platform.Span;

/** What the hub's routes have done, for people: one line a route. */
final class RoutesText {
  private final JsonNode answer;
  private final PrintWriter out;

  RoutesText(JsonNode answer, PrintWriter out) {
    this.answer = answer;
    this.out = out;
  }

  void tell() {
    Instant now = Instant.parse(answer.path("at").asText());
    TextTable table =
        new TextTable("ROUTE", "EXCHANGES", "FAILURES", "MEAN TIME", "LAST TIME", "LAST ENDED");
    for (JsonNode route : answer.path("routes")) {
      table.row(
          route.path("route").asText(),
          "%,d".formatted(route.path("exchanges").asLong()),
          "%,d".formatted(route.path("failures").asLong()),
          time(route.path("meanMillis")),
          time(route.path("lastMillis")),
          route.path("lastAt").isTextual()
              ? Span.ago(Instant.parse(route.path("lastAt").asText()), now)
              : "never");
    }
    table.print(out);
  }

  private static String time(JsonNode millis) {
    if (!millis.isNumber()) {
      return "";
    }
    double value = millis.asDouble();
    return value < 1_000
        ? String.format(Locale.ROOT, "%.1f ms", value)
        : String.format(Locale.ROOT, "%.1f s", value / 1_000);
  }
}
