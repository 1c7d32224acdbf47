package norrhub.board.event;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where events go. Without {@code url} the hub holds the broker itself.
 *
 * @param url a broker elsewhere, such as {@code
 *     tcp://broker:61616?sslEnabled=true&verifyHost=true}; without it, the broker in the hub
 * @param user the hub's login at the broker elsewhere
 * @param password the password of that login
 * @param acceptor opens the hub's own broker to consumers; closed where no key of it is set
 * @param declareQueues whether the hub declares the queues of its boards at the broker elsewhere
 */
@ConfigurationProperties("norrhub.broker")
public record BrokerSettings(
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    @Nullable Acceptor acceptor,
    @DefaultValue("false") boolean declareQueues) {

  /**
   * A door for consumers, by default on this machine only. The boards' files have the logins.
   *
   * @param host the address on which the hub's own broker listens
   * @param port the port on which it listens
   * @param user one more login, for a hub with a single event board
   * @param password the password of that login
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
