package norrhub.normalise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import norrhub.mapping.Draft;
import norrhub.normalise.PlaceSearch.Found;
import norrhub.normalise.text.BoundedLines;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.vacancy.Location;
import norrhub.vocabulary.KnownPlace;
import norrhub.vocabulary.Places;
import org.springframework.stereotype.Component;

/**
 * Where the work is. A municipality is taken from its code or name, else from the town or site. A
 * place that is not known keeps its words and gets no municipality.
 */
@Component
final class LocationRule implements Rule {
  private static final String FIELD = "locations";
  private static final String SWEDEN = "SE";
  private static final Optional<String> IN_SWEDEN = Optional.of(SWEDEN);

  static final NoticeKind MISSING =
      new NoticeKind(
          "location-missing",
          Severity.WARNING,
          "The vacancy names no place of work, so boards that select by place do not show it. Give"
              + " the municipality.",
          "Annonsen anger ingen arbetsort, så jobbtavlor som väljer efter ort visar den inte. Ange"
              + " kommun.");
  static final NoticeKind NOT_KNOWN =
      new NoticeKind(
              "location-not-known",
              Severity.WARNING,
              "The place {value} is not known, so the vacancy has no municipality and boards that select"
                  + " by county may not show it. Send the municipality or its code, or ask the hub's"
                  + " admin to add the place.",
              "Orten {value} är okänd, så annonsen saknar kommun och jobbtavlor som väljer efter län"
                  + " kanske inte visar den. Ange kommun eller kommunkod, eller be hubbens"
                  + " administratör lägga till orten.")
          .withAdminRemedy("Add the place to config/vocabulary/places.yaml.");
  static final NoticeKind CONTRADICTS =
      new NoticeKind(
          "location-contradicts-itself",
          Severity.WARNING,
          "The parts of the place do not fit together: {value}. The vacancy has no municipality."
              + " Correct the municipality, the county or the country.",
          "Ortens uppgifter stämmer inte med varandra: {value}. Annonsen saknar kommun. Rätta"
              + " kommun, län eller land.");
  static final NoticeKind COUNTRY_NOT_KNOWN =
      new NoticeKind(
          "country-not-known",
          Severity.WARNING,
          "The country {value} is not known and was left out. Send the two letters of ISO 3166, such"
              + " as SE.",
          "Landet {value} är okänt och utelämnades. Ange de två bokstäverna enligt ISO 3166, till"
              + " exempel SE.");

  static final NoticeKind TOO_LONG =
      new NoticeKind(
          "location-too-long",
          Severity.WARNING,
          "A part of the place ({field}) is too long and was cut: {value}. Write the name alone: 100"
              + " characters for a town, a street, a county or a country, 20 for a postal code.",
          "En del av orten ({field}) är för lång och kortades: {value}. Skriv bara namnet: 100 tecken"
              + " för ort, gata, län eller land, 20 för postnummer.");
  static final NoticeKind TOO_MANY =
      new NoticeKind(
          "locations-too-many",
          Severity.WARNING,
          "The vacancy names {value} places; the first 300 are published. Give the places where the"
              + " work is.",
          "Annonsen anger {value} orter; de första 300 publiceras. Ange de orter där arbetet"
              + " utförs.");

  static final NoticeKind GIVEN =
      NoticeKind.oncePerDelivery(
              "location-given-by-admin",
              Severity.INFO,
              "Vacancies of this delivery name no place of work; they are published at {value}, which is"
                  + " given by the hub's admin. Send the municipality of each vacancy.",
              "Annonser i leveransen anger ingen arbetsort; de publiceras med orten {value}, som hubbens"
                  + " administratör har angett. Ange kommun för varje annons.")
          .withAdminRemedy("The place is defaultPlace in the partner's file.");

  private static final int MOST = 300;

  @Override
  public List<NoticeKind> notices() {
    return List.of(MISSING, NOT_KNOWN, CONTRADICTS, COUNTRY_NOT_KNOWN, TOO_LONG, TOO_MANY, GIVEN);
  }

  @Override
  public List<Finding> apply(Draft draft, NormalisationContext context, VacancyBuilder vacancy) {
    List<Finding> findings = new ArrayList<>();
    BoundedLines bounded = new BoundedLines(context.lines(), TOO_LONG, findings);
    PlaceSearch search = new PlaceSearch(context.vocabulary());
    List<JsonNode> written = draft.list(FIELD);
    if (context.defaultPlace().isPresent() && written.stream().allMatch(LocationRule::isBlank)) {
      String place = context.defaultPlace().get();
      findings.add(GIVEN.about(FIELD, place));
      written = List.of(asWritten(place));
    }
    if (written.size() > MOST) {
      findings.add(TOO_MANY.about(FIELD, String.valueOf(written.size())));
    }
    List<Location> locations =
        written.stream()
            .limit(MOST)
            .map(node -> RawLocation.of(node, bounded, search.places()))
            .filter(place -> !place.raw().isEmpty())
            .flatMap(place -> locations(place, search, findings))
            .distinct()
            .toList();
    vacancy.locations(locations);
    return locations.isEmpty() ? List.of(MISSING.about(FIELD, "")) : findings;
  }

  /** Words that are no place, such as "Remote", are an answer too. */
  private static boolean isBlank(JsonNode node) {
    return node.isContainerNode()
        ? StreamSupport.stream(node.spliterator(), false).allMatch(LocationRule::isBlank)
        : Draft.text(node).isEmpty();
  }

  private static JsonNode asWritten(String place) {
    boolean isCode = place.chars().allMatch(Character::isDigit);
    return JsonNodeFactory.instance.objectNode().put(isCode ? "municipality" : "text", place);
  }

  private static Stream<Location> locations(
      RawLocation place, PlaceSearch search, List<Finding> findings) {
    Found found = search(place, search);
    Optional<String> country = place.country().flatMap(search::country).or(found::country);
    if (place.country().isPresent() && country.isEmpty()) {
      findings.add(COUNTRY_NOT_KNOWN.about(FIELD, place.country().get()));
    }
    if (country.filter(code -> !code.equals(SWEDEN)).isPresent()) {
      return Stream.of(abroad(place, found, country, findings));
    }
    return inSweden(place, found, country, search.places(), findings);
  }

  private static Location abroad(
      RawLocation place, Found found, Optional<String> country, List<Finding> findings) {
    if (place.municipality().isPresent() && !found.spots().isEmpty()) {
      findings.add(CONTRADICTS.about(FIELD, place.raw()));
    }
    return place.at(Optional.empty(), Optional.empty(), country);
  }

  private static Stream<Location> inSweden(
      RawLocation place,
      Found found,
      Optional<String> country,
      Places places,
      List<Finding> findings) {
    Optional<String> county = place.region().flatMap(places::county).or(found::county);
    List<KnownPlace> fitting =
        found.spots().stream()
            .filter(spot -> county.map(spot.countyCode()::equals).orElse(true))
            .toList();
    if (!fitting.isEmpty()) {
      return fitting.stream()
          .map(spot -> place.at(Optional.of(spot), Optional.of(spot.countyCode()), IN_SWEDEN));
    }
    if (!found.spots().isEmpty()) {
      findings.add(CONTRADICTS.about(FIELD, place.raw()));
      return Stream.of(place.at(Optional.empty(), Optional.empty(), IN_SWEDEN));
    }
    if (place.namesMore() && found.isNothing()) {
      findings.add(NOT_KNOWN.about(FIELD, place.raw()));
    }
    return Stream.of(place.at(Optional.empty(), county, county.isPresent() ? IN_SWEDEN : country));
  }

  /** The most telling part that is known: municipality, then town, then free text. */
  private static Found search(RawLocation place, PlaceSearch search) {
    return Stream.of(
            place.municipality().flatMap(search.places()::municipality).map(Found::of),
            place.municipality().map(search::in),
            place.city().map(search::in),
            place.text().map(search::in))
        .flatMap(Optional::stream)
        .filter(found -> !found.isNothing())
        .findFirst()
        .orElse(Found.NOTHING);
  }
}
