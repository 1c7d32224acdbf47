package norrhub.route.own;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.delivery.DeliveryIntake;
import norrhub.delivery.Incoming;
import norrhub.delivery.Reception;
import norrhub.delivery.archive.Archive;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.delivery.feed.FeedStates;
import norrhub.fetch.Limits;
import norrhub.fetch.SafeFileName;
import norrhub.notice.Printable;
import norrhub.partner.Feed;
import norrhub.partner.Transport;
import norrhub.poll.FeedRegistry;
import norrhub.poll.PollSchedule;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * The one step of {@code direct:deliver}: archives what a route brings and enters it into the
 * ledger. When it returns, the source may be acknowledged.
 *
 * <p>Of the exchange it reads the properties {@code feed}, {@code name}, {@code identity} (what the
 * source calls this very delivery: a delivery of an identity and content that is known is entered
 * once), {@code complete} (by default {@code true}) and {@code incompleteBecause}; the body is one
 * part, or a map of parts by their names.
 */
@Component("deliveryReceiver")
public class DeliveryReceiver {
  private static final String UNSAID = "the route that delivered it said that it is not complete";

  private final FeedRegistry registry;
  private final PollSchedule polls;
  private final FeedStates states;
  private final Archive archive;
  private final DeliveryIntake deliveries;
  private final OrderedDeliveries order;
  private final Limits limits;
  private final Clock clock;

  DeliveryReceiver(
      FeedRegistry registry,
      PollSchedule polls,
      FeedStates states,
      Archive archive,
      DeliveryIntake deliveries,
      OrderedDeliveries order,
      Limits limits,
      Clock clock) {
    this.registry = registry;
    this.polls = polls;
    this.states = states;
    this.archive = archive;
    this.deliveries = deliveries;
    this.order = order;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Replaces the body by {@code new}, or by {@code known} where the ledger has this very delivery.
   *
   * @throws IllegalArgumentException for a property that is missing or wrong; nothing is kept
   * @throws IOException where the delivery is not safe: the source is to keep it
   */
  public void receive(Exchange exchange) throws IOException, InterruptedException {
    Feed feed = feed(exchange);
    String name = safe(required(exchange, "name"));
    String identity = required(exchange, "identity");
    Map<String, InputStream> parts = parts(exchange, name);
    Reception reception =
        order.inTurn(feed.id(), () -> receive(feed, name, identity, parts, incomplete(exchange)));
    exchange.getMessage().setBody(reception == Reception.NEW ? "new" : "known");
  }

  private Reception receive(
      Feed feed,
      String name,
      String identity,
      Map<String, InputStream> parts,
      Optional<String> incomplete)
      throws IOException {
    List<ArchivedPart> kept = new ArrayList<>();
    long left = limits.file().toBytes();
    for (Map.Entry<String, InputStream> part : parts.entrySet()) {
      try (InputStream content = part.getValue()) {
        ArchivedPart one = archive.keep(part.getKey(), content, left);
        left -= one.size();
        kept.add(one);
      }
    }
    if (polls.isPolled(feed.id()) && !polls.isOurs(feed.id())) {
      throw new IOException("the lock of this poll is lost; the next poll fetches it again");
    }
    Instant now = clock.instant();
    String partner = registry.partner(feed.id()).id();
    Reception reception =
        deliveries.receive(
            new Incoming(
                feed.id(), partner, Transport.CAMEL, name, identity, kept, now, incomplete));
    if (!polls.isPolled(feed.id())) {
      states.polled(feed.id());
    }
    return reception;
  }

  private Feed feed(Exchange exchange) {
    String id = required(exchange, "feed");
    if (!registry.has(id)) {
      throw new IllegalArgumentException(
          "direct:deliver: no partner file that is in use has a feed `%s`"
              .formatted(Printable.line(id)));
    }
    Feed feed = registry.feed(id);
    if (feed.transport() != Transport.CAMEL) {
      throw new IllegalArgumentException(
          "direct:deliver: the feed `%s` is fetched by `%s`; only a feed with `camel` is delivered"
              .formatted(id, feed.transport().word()));
    }
    return feed;
  }

  private static String required(Exchange exchange, String property) {
    String value = exchange.getProperty(property, String.class);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "direct:deliver: the exchange property `%s` is missing".formatted(property));
    }
    return value;
  }

  /** Names are the partner's text; nothing that could be a path is kept. */
  private static String safe(String name) {
    if (!SafeFileName.is(name)) {
      throw new IllegalArgumentException(
          "direct:deliver: the name `%s` is not plain: letters, digits, spaces and . _ + , = @ ( ) - only"
              .formatted(Printable.line(name)));
    }
    return name;
  }

  private static Optional<String> incomplete(Exchange exchange) {
    String why = exchange.getProperty("incompleteBecause", String.class);
    if (why != null && !why.isBlank()) {
      return Optional.of(Printable.line(why.strip()));
    }
    return exchange.getProperty("complete", true, Boolean.class)
        ? Optional.empty()
        : Optional.of(UNSAID);
  }

  private static Map<String, InputStream> parts(Exchange exchange, String name) {
    Map<String, InputStream> parts = new LinkedHashMap<>();
    if (exchange.getMessage().getBody() instanceof Map<?, ?> several) {
      several.forEach(
          (part, content) -> parts.put(safe(String.valueOf(part)), stream(exchange, content)));
    } else {
      parts.put(name, stream(exchange, exchange.getMessage().getBody()));
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("direct:deliver: the body is a map without parts");
    }
    return parts;
  }

  private static InputStream stream(Exchange exchange, Object content) {
    InputStream stream =
        exchange.getContext().getTypeConverter().tryConvertTo(InputStream.class, exchange, content);
    if (stream == null) {
      throw new IllegalArgumentException(
          "direct:deliver: the body is neither a stream, bytes, a text, a file nor a map of such: "
              + (content == null ? "it is empty" : content.getClass().getSimpleName()));
    }
    return stream;
  }
}
