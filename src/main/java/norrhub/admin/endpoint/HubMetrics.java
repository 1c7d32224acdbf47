package norrhub.admin.endpoint;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import norrhub.board.Board;
import norrhub.board.BoardFiles;
import norrhub.board.document.Boards;
import norrhub.board.document.PublishedDocumentStore;
import norrhub.board.event.EventBacklog;
import norrhub.board.event.EventRelay;
import norrhub.catalogue.Offered;
import norrhub.delivery.Deliveries;
import norrhub.delivery.DeliveryState;
import norrhub.platform.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The hub's own metrics: as many rows as there are feeds and boards, times a few states.
 *
 * <p>They are taken from the database by a clock of their own, never by a scrape, so that a scrape
 * costs nothing and answers when the database does not. What cannot be asked for has no rows then,
 * rather than the rows of another time.
 */
@Component
final class HubMetrics implements MeterBinder, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(HubMetrics.class);

  private final ManagementSettings settings;
  private final FeedStatuses feeds;
  private final Deliveries deliveries;
  private final Offered offered;
  private final EventBacklog backlog;
  private final EventRelay relay;
  private final BoardFiles files;
  private final Boards boards;
  private final PublishedDocumentStore documents;
  private final Retention retention;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "metrics");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean databaseAnswers = true;
  private final List<MetricRows> bound = new CopyOnWriteArrayList<>();

  HubMetrics(
      ManagementSettings settings,
      FeedStatuses feeds,
      Deliveries deliveries,
      Offered offered,
      EventBacklog backlog,
      EventRelay relay,
      BoardFiles files,
      Boards boards,
      PublishedDocumentStore documents,
      Retention retention) {
    this.settings = settings;
    this.feeds = feeds;
    this.deliveries = deliveries;
    this.offered = offered;
    this.backlog = backlog;
    this.relay = relay;
    this.files = files;
    this.boards = boards;
    this.documents = documents;
    this.retention = retention;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    bound.add(new MetricRows(registry));
    Gauge.builder("norrhub.database.up", () -> databaseAnswers ? 1 : 0)
        .description("1 while the database answers; rows of feeds and events are gone while not")
        .register(registry);
    Gauge.builder("norrhub.events.failing", () -> relay.trouble().isPresent() ? 1 : 0)
        .description("1 while no events go out")
        .register(registry);
  }

  @EventListener(ApplicationReadyEvent.class)
  @SuppressWarnings("FutureReturnValueIgnored") // what can fail, the database, is caught
  void start() {
    long every = settings.metricsEvery().toMillis();
    clock.scheduleWithFixedDelay(this::take, 0, every, TimeUnit.MILLISECONDS);
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
  }

  private void take() {
    takeBoards();
    takeRetention();
    try {
      takeFeeds(feeds.all());
      set(HubMetric.DELIVERIES, deliveryRows(deliveries.recent()));
      set(
          HubMetric.VACANCIES,
          offered.counts().stream()
              .map(c -> Row.of(Tags.of("feed", c.feed(), "state", c.state()), c.vacancies()))
              .toList());
      set(
          HubMetric.EVENTS,
          backlog.waiting().entrySet().stream()
              .map(board -> Row.of(Tags.of("board", board.getKey()), board.getValue()))
              .toList());
      databaseAnswers = true;
    } catch (RuntimeException e) {
      // Here the taking ends: health says what is wrong, and the next tick tries again.
      LOG.debug("No metrics from the database", e);
      databaseAnswers = false;
      Arrays.stream(HubMetric.values())
          .filter(HubMetric::isFromDatabase)
          .forEach(metric -> set(metric, List.of()));
    }
  }

  private void set(HubMetric metric, List<? extends Row<?>> rows) {
    bound.forEach(registry -> registry.set(metric, rows));
  }

  private void takeFeeds(List<FeedStatus> all) {
    List<Row<?>> health = new ArrayList<>();
    List<Row<?>> waiting = new ArrayList<>();
    List<Row<?>> heldBack = new ArrayList<>();
    List<Row<?>> polled = new ArrayList<>();
    for (FeedStatus feed : all) {
      Tags tags = Tags.of("feed", feed.feed());
      String state = feed.health().name().toLowerCase(Locale.ROOT);
      health.add(Row.of(tags.and("partner", feed.partner(), "health", state), 1));
      waiting.add(Row.of(tags, feed.waiting()));
      heldBack.add(Row.of(tags, feed.heldBack()));
      feed.lastGoodPoll().ifPresent(at -> polled.add(Row.of(tags, at.getEpochSecond())));
    }
    set(HubMetric.FEED_HEALTH, health);
    set(HubMetric.FEED_WAITING, waiting);
    set(HubMetric.FEED_HELD_BACK, heldBack);
    set(HubMetric.FEED_POLLED, polled);
  }

  private static List<Row<?>> deliveryRows(Map<DeliveryState, Long> counts) {
    List<Row<?>> all = new ArrayList<>();
    for (DeliveryState state : DeliveryState.values()) {
      Tags tags = Tags.of("state", state.name().toLowerCase(Locale.ROOT));
      all.add(Row.of(tags, counts.getOrDefault(state, 0L)));
    }
    return all;
  }

  private void takeRetention() {
    List<Row<?>> removed = new ArrayList<>();
    List<Row<?>> bytes = new ArrayList<>();
    retention
        .pruned()
        .forEach(
            (what, gone) -> {
              removed.add(Row.of(Tags.of("what", what), gone.count()));
              bytes.add(Row.of(Tags.of("what", what), gone.bytes()));
            });
    set(HubMetric.REMOVED, removed);
    set(HubMetric.REMOVED_BYTES, bytes);
  }

  private void takeBoards() {
    List<Row<?>> items = new ArrayList<>();
    List<Row<?>> bytes = new ArrayList<>();
    List<Row<?>> built = new ArrayList<>();
    List<Row<?>> failing = new ArrayList<>();
    for (Board board : files.all()) {
      Tags tags = Tags.of("board", board.id());
      failing.add(Row.of(tags, boards.troubles().containsKey(board.id()) ? 1 : 0));
      documents
          .published(board.id())
          .ifPresent(
              document -> {
                items.add(Row.of(tags, document.count()));
                bytes.add(Row.of(tags, document.size()));
                built.add(Row.of(tags, document.builtAt().getEpochSecond()));
              });
    }
    set(HubMetric.BOARD_ITEMS, items);
    set(HubMetric.BOARD_BYTES, bytes);
    set(HubMetric.BOARD_BUILT, built);
    set(HubMetric.BOARD_FAILING, failing);
  }
}
