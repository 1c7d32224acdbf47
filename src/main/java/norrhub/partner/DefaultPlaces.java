package norrhub.partner;

import java.util.Map;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.config.Home;
import norrhub.config.Nearest;
import norrhub.vocabulary.Places;

/** Looks up the places that feeds give for records without one. */
final class DefaultPlaces {
  private final Home home;
  private final ConfigFiles reader;

  DefaultPlaces(Home home, ConfigFiles reader) {
    this.home = home;
    this.reader = reader;
  }

  /** A vocabulary with faults of its own says them itself. */
  void check(PartnerFile partner) {
    Map<String, String> given = partner.texts("/feeds/*/defaultPlace");
    if (given.isEmpty()) {
      return;
    }
    Optional<Places> places = Places.read(home, reader);
    given.forEach(
        (pointer, place) -> {
          if (!place.startsWith("${") && places.filter(known -> !known.knows(place)).isPresent()) {
            partner.add(pointer, unknown(place, places.get()));
          }
        });
  }

  private static String unknown(String place, Places places) {
    String meant =
        Nearest.of(place, places.names())
            .map(near -> ", did you mean `" + near + "`?")
            .orElse(
                ": write a municipality, town, site or county of config/vocabulary/places.yaml");
    return "unknown place `" + place + "`" + meant;
  }
}
