package norrhub.route;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import norrhub.delivery.PollLocks;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Another hub on the same database, which becomes a feed's poller in the middle of a poll: the
 * database session that holds the lock ends, as it does when PostgreSQL is restarted.
 */
final class OtherHub extends EventNotifierSupport implements AutoCloseable {
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final JdbcClient db;
  private final String feed;
  private final AtomicInteger itemsLeft = new AtomicInteger(Integer.MAX_VALUE);
  private volatile Class<? extends CamelEvent> when = CamelEvent.ExchangeCreatedEvent.class;
  private volatile Runnable work = () -> {};

  OtherHub(DataSource database, String feed) {
    this.db = JdbcClient.create(database);
    this.feed = feed;
    setIgnoreCamelContextEvents(true);
    setIgnoreRouteEvents(true);
    context.registerBean(DataSource.class, () -> database);
    context.register(PollLocks.class);
    context.refresh();
  }

  /** Takes the lock before the feed's route deals with the item of that number, from now on. */
  void takeOverAt(int item) {
    itemsLeft.set(item);
  }

  /**
   * Takes the lock when the feed's route has entered its next item, but has not acknowledged it.
   *
   * @param then what it does with the lock
   */
  void takeOverAfterNext(Runnable then) {
    when = CamelEvent.ExchangeCompletedEvent.class;
    work = then;
    takeOverAt(1);
  }

  void release() {
    locks().release(feed);
  }

  @Override
  public boolean isEnabled(CamelEvent event) {
    return when.isInstance(event);
  }

  @Override
  public void notify(CamelEvent event) {
    String route = ((CamelEvent.ExchangeEvent) event).getExchange().getFromRouteId();
    if (("feed-" + feed).equals(route) && itemsLeft.decrementAndGet() == 0) {
      endSession();
      while (!locks().tryHold(feed)) {
        Thread.onSpinWait();
      }
      work.run();
    }
  }

  private void endSession() {
    db.sql(
            """
            select pg_terminate_backend(pid) from pg_locks
            where locktype = 'advisory' and pid <> pg_backend_pid()
              and database = (select oid from pg_database where datname = current_database())""")
        .query((row, n) -> n)
        .list();
  }

  private PollLocks locks() {
    return context.getBean(PollLocks.class);
  }

  @Override
  public void close() {
    locks().destroy();
  }
}
