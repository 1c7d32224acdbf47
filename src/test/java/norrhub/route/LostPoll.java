package norrhub.route;

import static org.awaitility.Awaitility.await;

import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A feed, and another hub that takes the lock of its poll while it runs. */
final class LostPoll implements AutoCloseable {
  final Ledger ledger;
  final OtherHub otherHub;
  private final CamelContext camel;
  private final String feed;

  LostPoll(CamelContext camel, DataSource database, String feed) {
    this.camel = camel;
    this.feed = feed;
    this.ledger = new Ledger(JdbcClient.create(database));
    this.otherHub = new OtherHub(database, feed);
    otherHub.start();
    camel.getManagementStrategy().addEventNotifier(otherHub);
  }

  /** Until the poll that lost its lock is over. */
  void awaitLost() {
    await().until(() -> ledger.failure(feed).contains("the lock of this poll is lost"));
  }

  @Override
  public void close() throws Exception {
    camel.getManagementStrategy().removeEventNotifier(otherHub);
    camel.getRouteController().stopRoute("feed-" + feed);
    otherHub.close();
  }
}
