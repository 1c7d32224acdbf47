package norrhub.route;

import norrhub.partner.Partner;
import norrhub.partner.Partners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts fetching once the hub is up: a route for every feed of every partner that is not off. */
@Component
class FeedsAtStart {
  private static final Logger log = LoggerFactory.getLogger(FeedsAtStart.class);

  private final Partners partners;
  private final FeedRoutes routes;

  FeedsAtStart(Partners partners, FeedRoutes routes) {
    this.partners = partners;
    this.routes = routes;
  }

  @EventListener(ApplicationReadyEvent.class)
  void addAll() {
    partners.all().forEach(this::add);
  }

  private void add(Partner partner) {
    partner
        .off()
        .ifPresentOrElse(
            reason -> log.info("partner {} is off: {}", partner.id(), reason),
            () -> partner.feeds().forEach(feed -> routes.add(partner, feed)));
  }
}
