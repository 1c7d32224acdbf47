package norrhub.fetch;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Accepts what one of several trust managers accepts. What none of them does it refuses with a
 * sentence that names the server, its certificate and the cure: "PKIX path building failed" helps
 * nobody.
 */
final class ExplainingTrust extends X509ExtendedTrustManager {
  private final List<X509ExtendedTrustManager> trusted;

  ExplainingTrust(List<X509ExtendedTrustManager> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    String host =
        socket instanceof SSLSocket tls && tls.getHandshakeSession() != null
            ? tls.getHandshakeSession().getPeerHost()
            : String.valueOf(socket.getInetAddress());
    check(chain, host, socket.getPort(), one -> one.checkServerTrusted(chain, kind, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    check(
        chain,
        engine.getPeerHost(),
        engine.getPeerPort(),
        one -> one.checkServerTrusted(chain, kind, engine));
  }

  /** Without the connection nobody knows whose certificate it is to be. */
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("a certificate is checked together with its connection only");
  }

  private interface Check {
    void by(X509ExtendedTrustManager one) throws CertificateException;
  }

  private void check(X509Certificate[] chain, String host, int port, Check check)
      throws CertificateException {
    CertificateException refusal = new CertificateException("no CA is trusted at all");
    for (X509ExtendedTrustManager one : trusted) {
      try {
        check.by(one);
        return;
      } catch (CertificateException e) {
        refusal = UntrustedServer.worse(refusal, e);
      }
    }
    throw new UntrustedServer(host + ":" + port, chain[0], refusal);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return trusted.stream()
        .flatMap(one -> Stream.of(one.getAcceptedIssuers()))
        .toArray(X509Certificate[]::new);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    throw new CertificateException("the hub is a client only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("the hub is a client only");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("the hub is a client only");
  }
}
