package norrhub.board.event;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where events go. Without {@code url} the hub holds the broker itself.
 *
 * @param url of a broker elsewhere, such as {@code
 *     tcp://broker:61616?sslEnabled=true&verifyHost=true}
 * @param user the hub's own login there
 * @param acceptor opens the hub's own broker to consumers
 * @param declareQueues lets the hub declare its boards' queues there too
 */
@ConfigurationProperties("norrhub.broker")
public record BrokerSettings(
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    @Nullable Acceptor acceptor,
    @DefaultValue("false") boolean declareQueues) {

  /**
   * A door for consumers, by default on this machine only. Who comes in is said by the boards.
   *
   * @param user one more login, for a hub with a single board of events
   */
  record Acceptor(
      @DefaultValue("127.0.0.1") String host,
      @DefaultValue("61616") int port,
      @Nullable String user,
      @Nullable String password) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  @Override
  public String toString() {
    return "broker " + (url == null ? "of our own, " + acceptor : url);
  }
}
