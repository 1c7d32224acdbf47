package norrhub.sandbox;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the sandbox says when all is in: what came, where to look, and what to try. */
final class Greeting {
  private static final String TEXT =
      """

      Norrhub runs. What its partners sent last:

      {table}
      {shown}
      Errors and warnings were logged when they came in; all notices of a feed are under `notices`.

      Look at
        feed       curl -s http://localhost:{web}/feeds/campaign.json
        changes    curl -s 'http://localhost:{web}/feeds/campaign/changes?after=0'
        job board  curl -s http://localhost:{web}/feeds/indeed.xml
        events     tail -f {events}
        notices    curl -s http://localhost:{management}/actuator/notices/stegra-jobs
        health     curl -s http://localhost:{management}/actuator/health

      Be a partner: change its file in {try}
      {hints}
      What you add or change shows in the feed within 15 seconds. What you take out of a list stays there: it
      goes when a second list, a day later, lacks it too (src/docs/deliveries.md). At once goes a vacancy that says
      itself that it is over: write status="inactive" for status="active" in region-norrbotten.xml.
      Ctrl-C stops everything; what you did is kept in {folder}.
      """;

  private final Map<String, Object> facts = new LinkedHashMap<>();

  Greeting about(String name, Object fact) {
    facts.put(name, fact);
    return this;
  }

  /** Paths as one types them: from the folder the sandbox was started in. */
  static Path typed(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path whole = path.toAbsolutePath();
    return whole.startsWith(here) ? here.relativize(whole) : whole;
  }

  String text() {
    String text = TEXT;
    for (Map.Entry<String, Object> fact : facts.entrySet()) {
      text = text.replace("{" + fact.getKey() + "}", fact.getValue().toString());
    }
    return text;
  }
}
