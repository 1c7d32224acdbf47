package norrhub.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A feed of HR-XML as a large region's system writes it, about 3.5 kB a vacancy. The same numbers
 * give the same bytes on every machine and on every day.
 *
 * @param vacancies how many
 * @param written when the system says it wrote the file; the only thing that differs in a file
 *     without news
 * @param revised every so many-th vacancy has another text than in the first edition; 0 for none
 */
record VacancyFeed(int vacancies, String written, int revised) {
  private static final long SEED = 20261121;
  private static final int DESCRIPTION = 1_250;

  private static final List<String> OCCUPATIONS =
      List.of(
          "Sjuksköterska",
          "Överläkare",
          "Undersköterska",
          "Barnmorska",
          "Biomedicinsk analytiker",
          "Fysioterapeut",
          "Psykolog",
          "Tandläkare",
          "Processoperatör",
          "Elkraftsingenjör");
  private static final List<Town> TOWNS =
      List.of(
          new Town("2580", "Luleå", "971 89"), new Town("2584", "Kiruna", "981 28"),
          new Town("2523", "Gällivare", "982 82"), new Town("2581", "Piteå", "941 50"),
          new Town("2582", "Boden", "961 64"), new Town("2583", "Haparanda", "953 31"),
          new Town("2482", "Skellefteå", "931 86"), new Town("2480", "Umeå", "901 85"),
          new Town("2380", "Östersund", "831 83"), new Town("2281", "Sundsvall", "851 86"));
  private static final List<String> SENTENCES =
      List.of(
          "Du arbetar i ett team där läkare, sjuksköterskor och paramedicinare planerar vården tillsammans.",
          "Hos oss får du en individuell introduktion och en handledare under de första månaderna.",
          "Arbetet är omväxlande: ena dagen planerad mottagning, nästa dag akuta fall & telefonrådgivning.",
          "Vi hjälper dig med bostad, flytt och förskola, och din partner får stöd i att hitta arbete.",
          "Verksamheten växer och flyttar nästa år in i nya lokaler med modern utrustning.",
          "Du behärskar svenska i tal och skrift; finska eller något av de samiska språken är en fördel.",
          "Tjänsten innebär arbete dag, kväll och varannan helg enligt önskeschema.",
          "We welcome applicants from all of Europe and pay for your Swedish course before you start.",
          "Som person är du trygg, nyfiken och van att fatta beslut även när tempot är högt.",
          "Forskning och utveckling är en del av vardagen, och du kan söka medel ur regionens egna fonder.",
          "Fjällen, skärgården och norrskenet börjar bokstavligen utanför dörren.",
          "Körkort för personbil krävs eftersom en dag i veckan är på en mottagning i inlandet.");

  private record Town(String code, String name, String postalCode) {}

  void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      out.write(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <Envelope xmlns="http://arbetsformedlingen.se/LedigtArbete" version="0.52">
            <Sender id="10042317" email="rekrytering@norrbotten.example"/>
            <TransactInfo timeStamp="%s"><TransactId>feed</TransactId></TransactInfo>
          """
              .formatted(written));
      for (int number = 1; number <= vacancies; number++) {
        out.write(packet(number));
      }
      out.write("</Envelope>\n");
    }
  }

  private String packet(int number) {
    var random = new SplittableRandom(SEED + number);
    Town town = pick(random, TOWNS);
    String occupation = pick(random, OCCUPATIONS);
    return """
          <Packet>
            <PacketInfo><PacketId>%1$d</PacketId></PacketInfo>
            <Payload>
              <JobPositionPosting status="active">
                <JobPositionPostingId idOwner="2321000230">46-232100-0230-%1$07d</JobPositionPostingId>
                <HiringOrg type="principal">
                  <HiringOrgName>Region Norrbotten</HiringOrgName>
                  <HiringOrgId>46-232100-0230</HiringOrgId>
                  <Url>https://www.norrbotten.example</Url>
                  <OrganizationalUnit><Description>Enhet %2$d, %3$s</Description></OrganizationalUnit>
                </HiringOrg>
                <PostDetail>
                  <StartDate><Date>2026-11-%4$02d</Date></StartDate>
                  <EndDate><Date>2027-01-31</Date></EndDate>
                </PostDetail>
                <JobPositionInformation>
                  <JobPositionTitle>%5$s till enhet %2$d i %3$s</JobPositionTitle>
                  <JobPositionDescription>
                    <JobPositionPurpose><![CDATA[%6$s]]></JobPositionPurpose>
                    <JobPositionLocation>
                      <PostalAddress>
                        <CountryCode>SE</CountryCode>
                        <PostalCode>%7$s</PostalCode>
                        <Municipality>%8$s</Municipality>
                        <DeliveryAddress><StreetName>Sjukhusvägen</StreetName><BuildingNumber>%9$d</BuildingNumber></DeliveryAddress>
                      </PostalAddress>
                    </JobPositionLocation>
                    <Classification>
                      <Schedule><FullTime/><SummaryText>Heltid</SummaryText></Schedule>
                      <Duration><Regular/><SummaryText>Tillsvidare</SummaryText></Duration>
                    </Classification>
                  </JobPositionDescription>
                </JobPositionInformation>
                <HowToApply distribute="external">
                  <ApplicationMethods><ByWeb><URL>https://jobb.norrbotten.example/ansok?id=%1$d&amp;spr=sv</URL></ByWeb></ApplicationMethods>
                </HowToApply>
                <NumberToFill>%10$d</NumberToFill>
                <JPPExtension>
                  <OccupationGroup code="%11$d" codename="OccupationNameID"/>
                  <LastDateApplication>2026-12-%4$02d</LastDateApplication>
                  <ApplicationReferenceId>NB-2026/%1$d</ApplicationReferenceId>
                </JPPExtension>
              </JobPositionPosting>
            </Payload>
          </Packet>
        """
        .formatted(
            number,
            random.nextInt(1, 400),
            town.name(),
            random.nextInt(1, 21),
            occupation,
            description(number, random),
            town.postalCode(),
            town.code(),
            random.nextInt(1, 90),
            random.nextInt(1, 6),
            random.nextInt(1000, 9999));
  }

  private String description(int number, SplittableRandom random) {
    int length = DESCRIPTION + random.nextInt(-400, 401);
    StringBuilder html = new StringBuilder("<p><strong>Välkommen norrut!</strong></p>");
    if (revised > 0 && number % revised == 0) {
      html.append("<p>Nytt: sista ansökningsdag är framflyttad.</p>");
    }
    while (html.length() < length) {
      html.append("<p>").append(pick(random, SENTENCES)).append("</p><ul>");
      for (int item = 0; item < 3; item++) {
        html.append("<li>").append(pick(random, SENTENCES)).append("</li>");
      }
      html.append("</ul>");
    }
    return html.toString();
  }

  private static <T> T pick(SplittableRandom random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
