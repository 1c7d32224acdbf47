package norrhub.admin.retention;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import norrhub.board.document.Boards;
import norrhub.board.event.EventRelay;
import norrhub.catalogue.CatalogueErasure;
import norrhub.catalogue.CatalogueErasure.Found;
import norrhub.delivery.retention.DeliveryErasure;
import norrhub.delivery.retention.DeliveryErasure.Origin;
import norrhub.vacancy.VacancyId;
import org.springframework.stereotype.Component;

/**
 * Erases a person or a vacancy wherever the hub keeps it. The catalogue comes first: from then on
 * nothing takes the texts from there into a document, an event or a notice. Each step can be
 * repeated, so a command that broke off is given again.
 */
@Component
class Erasure {
  private final CatalogueErasure catalogue;
  private final DeliveryErasure deliveries;
  private final Boards boards;
  private final EventRelay relay;

  Erasure(CatalogueErasure catalogue, DeliveryErasure deliveries, Boards boards, EventRelay relay) {
    this.catalogue = catalogue;
    this.deliveries = deliveries;
    this.boards = boards;
    this.relay = relay;
  }

  /** What would be erased. Changes nothing. */
  Erased look(Subject subject) throws IOException {
    List<Found> found = found(subject);
    return new Erased(
        false,
        shown(found),
        parts(subject, found).size(),
        deliveries.notices(subject.texts(), origins(found)),
        0,
        List.of(),
        remarks(found, OptionalInt.of(0)));
  }

  Erased erase(Subject subject, String why) throws Exception {
    List<Found> found = found(subject);
    Set<String> parts = parts(subject, found);
    int notices = deliveries.notices(subject.texts(), origins(found));
    List<VacancyId> ids = found.stream().map(Found::id).toList();
    catalogue.erase(ids, why);
    OptionalInt events = relay.erase(ids);
    List<String> documents = boards.rebuild();
    relay.send();
    deliveries.eraseParts(parts, why);
    deliveries.erase(subject.texts(), origins(found));
    return new Erased(
        true,
        shown(found),
        parts.size(),
        notices,
        events.orElse(0),
        documents,
        remarks(found, events));
  }

  private List<Found> found(Subject subject) {
    return subject
        .vacancy()
        .map(id -> catalogue.of(List.of(id)))
        .orElseGet(() -> catalogue.holding(subject.person().orElseThrow()));
  }

  /** Whatever holds the text, and what the feeds of the vacancies sent that may hold them. */
  private Set<String> parts(Subject subject, List<Found> found) throws IOException {
    Set<String> parts = new LinkedHashSet<>(deliveries.parts(subject.texts()));
    for (Found one : found) {
      parts.addAll(deliveries.partsOf(one.feed(), one.key()));
    }
    return parts;
  }

  private static List<Origin> origins(List<Found> found) {
    return found.stream().map(one -> new Origin(one.feed(), one.key())).toList();
  }

  private static List<ErasedVacancy> shown(List<Found> found) {
    return found.stream()
        .map(one -> new ErasedVacancy(one.id().toString(), one.partner(), one.feed(), one.key()))
        .toList();
  }

  private static List<String> remarks(List<Found> found, OptionalInt events) {
    List<String> remarks = new ArrayList<>();
    found.stream()
        .map(
            one ->
                "correct it at the source: the system of %s still sends record %s by feed %s"
                    .formatted(one.partner(), one.key(), one.feed()))
        .distinct()
        .forEach(remarks::add);
    if (events.isEmpty()) {
      remarks.add(
          "the broker is not the hub's own: whoever runs it removes the messages of these vacancies"
              + " (JMSXGroupID is the id) from its queues and compacts its journal");
    }
    remarks.add(
        "what boards and consumers have fetched is theirs: each is given the removal, and has to"
            + " erase its own copies");
    remarks.add("log files and backups are not touched: they end by their own rotation");
    return remarks;
  }

  /**
   * What was erased, or would be.
   *
   * @param archivedParts whose bytes were replaced
   * @param documents boards whose documents were built anew
   */
  record Erased(
      boolean erased,
      List<ErasedVacancy> vacancies,
      int archivedParts,
      int notices,
      int events,
      List<String> documents,
      List<String> remarks) {}

  /**
   * @param key as its source calls it
   */
  record ErasedVacancy(String id, String partner, String feed, String key) {}
}
