package norrhub.acceptance;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import norrhub.sandbox.SftpStandIn;

/** A partner who drops tables of vacancies on SFTP. */
final class Tables {
  private Tables() {}

  static String partner(SftpStandIn server, String feed, String directory) {
    return """
    name: Gruvbolaget
    boards: all
    feeds:
      - id: %s
        format: csv-vacancies
        speaksFor: feed
        every: 1m
        sftp:
          host: 127.0.0.1
          port: %d
          hostKey: %s
          user: %s
          password: ${PARTNER_PASSWORD}
          directory: %s
          files: "*.csv"
          after: move
    """
        .formatted(feed, server.port(), server.hostKey(), SftpStandIn.HUB, directory);
  }

  static String password() {
    return "--PARTNER_PASSWORD=" + SftpStandIn.PASSWORD;
  }

  /** Vacancies from..to-1, one a line. */
  static String table(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            n ->
                "G%d;Bergarbetare %d;Du kör lastmaskin på nivå %d. Skiftgång.;Kiruna;2584;Tillsvidare;100 %%;2026-10-01;2099-12-31;https://jobb.gruvbolaget.example/%d%n"
                    .formatted(n, n, n % 1365, n))
        .collect(
            Collectors.joining(
                "",
                "Ref;Titel;Annonstext;Ort;Kommun;Anställningsform;Omfattning;Publicerad;Sista ansökningsdag;Ansökningslänk\n",
                ""));
  }
}
