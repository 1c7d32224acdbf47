package norrhub.partner;

import java.util.Map;
import java.util.Optional;
import norrhub.config.ClosestMatch;
import norrhub.config.ConfigFiles;
import norrhub.platform.HubDirectories;
import norrhub.vocabulary.Places;

/** Looks up the places that feeds give for records without one. */
final class DefaultPlaces {
  private final HubDirectories home;
  private final ConfigFiles reader;

  DefaultPlaces(HubDirectories home, ConfigFiles reader) {
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
        ClosestMatch.of(place, places.names())
            .map(near -> ", did you mean `" + near + "`?")
            .orElse(
                ": write a municipality, town, site or county of config/vocabulary/places.yaml");
    return "unknown place `" + place + "`" + meant;
  }
}
