package norrhub.ingest;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables that Kraftbolaget sends, and its feed in the partner file. */
public final class KraftJobs {
  public static final String HEAD = "Ref;Titel;Annonstext;Ort;Sista ansökningsdag;Ansökningslänk\n";

  private KraftJobs() {}

  public static String feed(String speaksFor, int dropAtMost) {
    return feed(speaksFor, dropAtMost, "live");
  }

  public static String feed(String speaksFor, int dropAtMost, String mode) {
    return feed("csv-vacancies", speaksFor, dropAtMost, mode);
  }

  public static String feed(String format, String speaksFor, int dropAtMost, String mode) {
    return """
    feeds:
      - id: kraft-jobs
        format: %s
        speaksFor: %s
        mode: %s
        every: 1m
        expects: { atLeast: 5, dropAtMost: %d }
        sftp:
          host: sftp.example.se
          hostKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4+Q0mKxIqKjcWnYxUBt1wW8VRtCqzrpVnRw5V5C1a
          user: norrhub
          password: ${KRAFT_PASSWORD}
          directory: /
          files: "*.csv"
    """
        .formatted(format, speaksFor, mode, dropAtMost);
  }

  /** Two feeds of one partner, and so of one ATS: kraft-x and kraft-y. */
  public static String twoFeeds(String speaksFor) {
    String x = feed(speaksFor, 30).replace("id: kraft-jobs", "id: kraft-x");
    return x + x.replace("feeds:\n", "").replace("id: kraft-x", "id: kraft-y");
  }

  public static String feedNamed(String id, String speaksFor) {
    return feed(speaksFor, 30).replace("id: kraft-jobs", "id: " + id);
  }

  /** Vacancies from..to-1. */
  public static String range(int from, int to) {
    String rows = rowsOf(to - 1, "");
    return HEAD + rows.substring(rowsOf(from - 1, "").length());
  }

  public static String file(int vacancies) {
    return HEAD + rowsOf(vacancies, "");
  }

  public static String rowsOf(int vacancies, String tail) {
    return IntStream.rangeClosed(1, vacancies)
        .mapToObj(
            n ->
                "K%d;Montör %d;Du bygger elnät.;Skellefteå;2026-12-24;https://jobb.example.se/%d%s\n"
                    .formatted(n, n, n, tail))
        .collect(Collectors.joining());
  }

  public static String without(String file, int key) {
    return file.replaceFirst("K" + key + ";[^\n]*\n", "");
  }
}
