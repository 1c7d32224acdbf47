package norrhub.web;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Predicate;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP with two limits that it lacks: how many connections one address may have, and how
 * long the headers of a request may take in all. Tomcat's own timeout begins anew with every byte.
 *
 * <p>Public, since Tomcat makes it by its name.
 */
public final class LimitedProtocol extends Http11NioProtocol {
  private Duration headerTimeout = Duration.ofSeconds(10);

  public LimitedProtocol() {
    super(new LimitedConnections());
  }

  /**
   * @param connectionsPerAddress at one time
   * @param unlimited addresses that may have more
   */
  void limit(Duration headerTimeout, int connectionsPerAddress, Predicate<InetAddress> unlimited) {
    this.headerTimeout = headerTimeout;
    ((LimitedConnections) getEndpoint()).limit(connectionsPerAddress, unlimited);
  }

  @Override
  protected Processor createProcessor() {
    return new TimedRequests(this, headerTimeout);
  }
}
