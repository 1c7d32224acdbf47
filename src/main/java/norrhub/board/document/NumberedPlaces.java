package norrhub.board.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import norrhub.vacancy.Location;
import norrhub.vacancy.Vacancy;

/**
 * A vacancy's places by reference number, for boards that show each place as a job of its own.
 *
 * <p>A number must never change once a board has it. So it comes from the vacancy's id and the
 * position of the place among those that the source wrote, and from nothing that is learnt about
 * the place: it stays when the vocabulary resolves a place that it did not know before. One written
 * place such as "Luleå, Kiruna" may become several; they share the position and add a part. Two
 * sites in one municipality are one job.
 */
final class NumberedPlaces {
  private final Vacancy vacancy;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, Integer> parts = new HashMap<>();

  private NumberedPlaces(Vacancy vacancy) {
    this.vacancy = vacancy;
  }

  /** In the vacancy's order; a number has at most 40 characters, as LinkedIn allows. */
  static Map<String, Location> of(Vacancy vacancy) {
    NumberedPlaces numbers = new NumberedPlaces(vacancy);
    Map<String, Location> places = new LinkedHashMap<>();
    Set<String> municipalities = new HashSet<>();
    for (Location place : vacancy.locations()) {
      String number = numbers.next(place.rawText());
      if (municipalities.add(place.municipalityCode().orElse(place.rawText()))) {
        places.put(number, place);
      }
    }
    return places;
  }

  private String next(String written) {
    int position = positions.computeIfAbsent(written, unused -> positions.size() + 1);
    int part = parts.merge(written, 1, Integer::sum);
    return vacancy.id() + "-" + position + (part == 1 ? "" : "-" + part);
  }
}
