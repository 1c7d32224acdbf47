package norrhub.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists of vacancies as partners write them. */
final class Written {
  private static final int ON_A_PAGE = 15;

  /** Ads are not short; and what is short is never cut in the middle. */
  private static final String ON_AND_ON =
      " Du felsöker, monterar och driftsätter i verkstad och fält.".repeat(25);

  private Written() {}

  /** As {@code csv-vacancies} reads it. No two versions of a list are alike. */
  static byte[] table(List<Ad> ads) {
    String head =
        "Ref;Titel;Annonstext;Ort;Anställningsform;Publicerad;Sista ansökningsdag;Ansökningslänk;Annonsstatus\n";
    return ads.stream()
        .map(Written::row)
        .collect(Collectors.joining("", head, ""))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String row(Ad ad) {
    return "%s;%s;Du monterar på nivå %d.%s;%s;Tillsvidare;2026-10-01;2099-12-31;https://jobb.example/%s;%s%n"
        .formatted(
            ad.key(),
            ad.title(),
            ad.revision(),
            ON_AND_ON,
            ad.city(),
            ad.key(),
            ad.isOpen() ? "" : "Avslutad");
  }

  /**
   * As SmartRecruiters pages it: what is over is not public any more. Behind the last page stands
   * an empty one, for whoever asks on.
   */
  static List<String> pages(List<Ad> ads) {
    int pages = (ads.size() + ON_A_PAGE - 1) / ON_A_PAGE + 1;
    return IntStream.range(0, pages)
        .mapToObj(n -> ads.stream().skip((long) n * ON_A_PAGE).limit(ON_A_PAGE).toList())
        .map(page -> page(page, ads.size()))
        .toList();
  }

  private static String page(List<Ad> ads, int total) {
    return "{\"totalFound\":%d,\"content\":[%s]}"
        .formatted(total, ads.stream().map(Written::posting).collect(Collectors.joining(",\n")));
  }

  private static String posting(Ad ad) {
    return """
    {"id":"%s","name":"%s","company":{"identifier":"Kraft","name":"Kraft AB"},
     "location":{"city":"%s","country":"se"},"visibility":"%s","releasedDate":"2026-11-08T07:11:28.000Z",
     "jobAd":{"sections":{"jobDescription":{"text":"<p>Du monterar på nivå %d.%s</p>"}}}}"""
        .formatted(
            ad.key(),
            ad.title(),
            ad.city(),
            ad.isOpen() ? "PUBLIC" : "INTERNAL",
            ad.revision(),
            ON_AND_ON);
  }
}
