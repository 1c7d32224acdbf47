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
      Every notice, and why a record was rejected, was logged when it came in.

      Look at
        feed       curl -s http://localhost:{web}/feeds/campaign.json
        changes    curl -s 'http://localhost:{web}/feeds/campaign/changes?after=0'
        job board  curl -s http://localhost:{web}/feeds/indeed.xml
        events     tail -f {events}
        health     curl -s http://localhost:{management}/actuator/health

      Be Region Norrbotten: change {try}/region-norrbotten.xml and send it
        sftp -P {sftp} -i {key} -o UserKnownHostsFile={knownHosts} region-norrbotten@127.0.0.1 <<< 'put {try}/region-norrbotten.xml'

      Be Stegra: edit {jobs}, its Teamtailor serves that

      Be Skellefteå Kraft: change {try}/skelleftea-kraft.csv and mail it
        curl smtp://127.0.0.1:{smtp} --mail-from hr@skekraft.se --mail-rcpt {mailbox} -H 'From: hr@skekraft.se' -H 'Subject: Lediga tjänster' -F '=Hej!' -F 'file=@{try}/skelleftea-kraft.csv;type=text/csv'

      Each shows in the feed within 15 seconds. Ctrl-C stops everything; what you did is kept in {folder}.
      """;

  private final Map<String, Object> facts = new LinkedHashMap<>();

  Greeting about(String name, Object fact) {
    facts.put(name, fact);
    return this;
  }

  /** Paths as one types them: from the folder the sandbox was started in. */
  Greeting about(String name, Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path whole = path.toAbsolutePath();
    return about(name, (Object) (whole.startsWith(here) ? here.relativize(whole) : whole));
  }

  String text() {
    String text = TEXT;
    for (Map.Entry<String, Object> fact : facts.entrySet()) {
      text = text.replace("{" + fact.getKey() + "}", fact.getValue().toString());
    }
    return text;
  }
}
