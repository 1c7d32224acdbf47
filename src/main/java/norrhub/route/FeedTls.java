package norrhub.route;

import java.util.Optional;
import javax.net.ssl.SSLContext;
import norrhub.fetch.ServerTrust;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.stereotype.Component;

/** What a feed's endpoint trusts, as Camel takes it. */
@Component
public class FeedTls {
  private final ServerTrust trust;

  FeedTls(ServerTrust trust) {
    this.trust = trust;
  }

  /**
   * @throws IllegalArgumentException with a sentence for the admin, where the bundle is not there
   */
  public SSLContextParameters of(Optional<String> bundle) {
    return new Made(trust.context(bundle));
  }

  SSLContext context(Optional<String> bundle) {
    return trust.context(bundle);
  }

  /** Camel makes contexts of settings; here there is one already. */
  private static final class Made extends SSLContextParameters {
    private final SSLContext context;

    Made(SSLContext context) {
      this.context = context;
    }

    @Override
    public SSLContext createSSLContext(CamelContext camel) {
      return context;
    }
  }
}
