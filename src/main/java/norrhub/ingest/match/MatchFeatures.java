package norrhub.ingest.match;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.vacancy.Location;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyId;

/**
 * What a vacancy is known again by when its key says nothing: words, not texts, for many of them
 * are held at once.
 *
 * @param requisition left out where it is the key once more: new keys would then always differ
 * @param lastDay the day before it is too late, in the partner's zone
 */
record MatchFeatures(
    VacancyId id,
    String key,
    String shownTitle,
    Set<String> title,
    Set<String> places,
    Set<String> unit,
    Optional<LocalDate> lastDay,
    Optional<String> requisition) {

  static MatchFeatures of(Vacancy vacancy, ZoneId zone) {
    return new MatchFeatures(
        vacancy.id(),
        vacancy.sourceKey(),
        vacancy.title(),
        words(vacancy.title()),
        vacancy.locations().stream().flatMap(MatchFeatures::names).collect(Collectors.toSet()),
        words(String.join(" ", vacancy.employer().unitPath())),
        vacancy.deadline().at().map(at -> at.minusSeconds(1).atZone(zone).toLocalDate()),
        vacancy
            .requisition()
            .filter(text -> !text.equals(vacancy.sourceKey()))
            .map(text -> text.strip().toLowerCase(Locale.ROOT)));
  }

  /** The share of words that two texts have in common: 1 where they have the same. */
  static double overlap(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    return 2.0 * common.size() / (one.size() + other.size());
  }

  private static Stream<String> names(Location place) {
    return Stream.of(place.municipalityCode(), place.city().map(c -> c.toLowerCase(Locale.ROOT)))
        .flatMap(Optional::stream);
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
