package norrhub.fetch;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/**
 * Which certificates of servers the hub accepts. A feed that names an SSL bundle trusts that bundle
 * and nobody else; every other one trusts Java's CAs, and those of {@code norrhub.tls.bundle}.
 */
@Component
public final class ServerTrust {
  private final ObjectProvider<SslBundles> bundles;
  private final TlsSettings settings;

  ServerTrust(ObjectProvider<SslBundles> bundles, TlsSettings settings) {
    this.bundles = bundles;
    this.settings = settings;
  }

  /**
   * @param bundle that a feed names
   * @throws IllegalArgumentException with a sentence for the admin: no such bundle, or none that
   *     can be read
   */
  public SSLContext context(Optional<String> bundle) {
    List<X509ExtendedTrustManager> trusted = new ArrayList<>();
    Optional<SslBundle> own = bundle.or(settings::own).map(this::bundle);
    if (bundle.isEmpty()) {
      trusted.addAll(managers(javasOwn()));
    }
    try {
      own.ifPresent(b -> trusted.addAll(managers(b.getManagers().getTrustManagers())));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          own.map(b -> b.getManagers().getKeyManagers()).orElse(null),
          new TrustManager[] {new ExplainingTrust(trusted)},
          null);
      return context;
    } catch (GeneralSecurityException | IllegalStateException e) {
      throw new IllegalArgumentException(
          "the SSL bundle `%s` cannot be read: %s"
              .formatted(bundle.or(settings::own).orElse(""), rootMessage(e)),
          e);
    }
  }

  private SslBundle bundle(String name) {
    try {
      return bundles.getObject().getBundle(name);
    } catch (NoSuchSslBundleException e) {
      throw new IllegalArgumentException(
          "there is no SSL bundle `%s`: define spring.ssl.bundle.pem.%s in config/application.yaml, and restart the hub, which reads it at its start"
              .formatted(name, name));
    }
  }

  private static TrustManager[] javasOwn() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java has no certificates of CAs", e);
    }
  }

  private static List<X509ExtendedTrustManager> managers(TrustManager... all) {
    List<X509ExtendedTrustManager> found = new ArrayList<>();
    for (TrustManager one : all) {
      if (one instanceof X509ExtendedTrustManager manager) {
        found.add(manager);
      }
    }
    return found;
  }

  private static String rootMessage(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
