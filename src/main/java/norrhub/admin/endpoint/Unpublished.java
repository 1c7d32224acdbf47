package norrhub.admin.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import norrhub.board.BoardFiles;
import norrhub.config.ClosestMatch;
import norrhub.partner.Consent;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import org.springframework.stereotype.Component;

/** The partners whose vacancies no board publishes, or not the boards that were meant. */
@Component
final class Unpublished {
  private final Partners partners;
  private final BoardFiles boards;

  Unpublished(Partners partners, BoardFiles boards) {
    this.partners = partners;
    this.boards = boards;
  }

  /** Why, by partner. */
  Map<String, String> reasons() {
    Map<String, String> reasons = new TreeMap<>();
    for (Partner partner : partners.all()) {
      reason(partner).ifPresent(reason -> reasons.put(partner.id(), reason));
    }
    return reasons;
  }

  private Optional<String> reason(Partner partner) {
    if (partner.feeds().isEmpty()) {
      return Optional.empty();
    }
    Optional<Consent> consent = partner.boards();
    if (consent.isEmpty()) {
      return Optional.of("nothing is published, because its file has no `boards`");
    }
    List<String> unknown = new ArrayList<>(consent.get().boards());
    unknown.removeAll(boards.ids());
    return unknown.stream()
        .findFirst()
        .map(name -> "its file names the board `" + name + "`, which does not exist" + meant(name));
  }

  private String meant(String name) {
    return ClosestMatch.of(name, boards.ids())
        .map(near -> "; did you mean `" + near + "`?")
        .orElse("");
  }
}
