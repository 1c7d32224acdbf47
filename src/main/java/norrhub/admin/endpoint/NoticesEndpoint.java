package norrhub.admin.endpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.delivery.DeliveryRecord;
import norrhub.delivery.DeliveryRecords;
import norrhub.delivery.StoredNotice;
import norrhub.ingest.StandingNotices;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/** Shows what was found about a delivery, each notice with its sentence. */
@Component
@Endpoint(id = "notices")
class NoticesEndpoint {
  private final DeliveryRecords deliveries;
  private final StandingNotices standing;
  private final Map<String, NoticeKind> kinds = new HashMap<>();

  NoticesEndpoint(DeliveryRecords deliveries, StandingNotices standing, List<RaisesNotices> all) {
    this.deliveries = deliveries;
    this.standing = standing;
    all.forEach(one -> one.notices().forEach(kind -> kinds.put(kind.code(), kind)));
  }

  /**
   * @param delivery its id, or a feed's: then its newest delivery
   */
  @ReadOperation
  WebEndpointResponse<?> notices(@Selector String delivery) {
    Optional<DeliveryRecord> found = deliveries.find(delivery);
    return found.isPresent()
        ? new WebEndpointResponse<>(answer(found.get()))
        : Refusals.unknownDelivery(delivery);
  }

  private DeliveryNotices answer(DeliveryRecord delivery) {
    return new DeliveryNotices(
        delivery.id(),
        delivery.feed(),
        delivery.name(),
        delivery.state().name(),
        delivery.at().toString(),
        delivery.outcome(),
        delivery.found(),
        standing.with(delivery).stream().map(this::shown).toList());
  }

  private ShownNotice shown(StoredNotice notice) {
    Optional<Finding> finding =
        Optional.ofNullable(kinds.get(notice.code()))
            .map(kind -> kind.about(notice.field(), notice.value()));
    return new ShownNotice(
        notice.severity(),
        notice.code(),
        notice.delivery().isEmpty()
            ? notice.place().toString()
            : notice.place() + " of " + notice.delivery(),
        notice.key(),
        notice.field(),
        notice.value(),
        finding.map(Finding::forAdmin).orElse(""),
        finding.map(Finding::swedish).orElse(""));
  }

  /**
   * The answer to {@code norrhub notices}.
   *
   * @param found how many there were; {@code notices} are those that are kept
   */
  record DeliveryNotices(
      String delivery,
      String feed,
      String name,
      String state,
      String at,
      String outcome,
      int found,
      List<ShownNotice> notices) {}

  /**
   * @param text what was found and what to do, with the admin's remedy; empty where this hub has no
   *     such notice any more
   * @param swedish the same for the partner, in Swedish
   */
  record ShownNotice(
      String severity,
      String code,
      String place,
      String key,
      String field,
      String value,
      String text,
      String swedish) {}
}
