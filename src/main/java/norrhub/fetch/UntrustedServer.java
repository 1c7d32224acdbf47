package norrhub.fetch;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.Date;

/** A server's certificate is not accepted; the message is for the admin, whole by itself. */
public final class UntrustedServer extends CertificateException {
  private static final long serialVersionUID = 1L;

  UntrustedServer(String server, X509Certificate certificate, CertificateException refusal) {
    super(sentence(server, certificate, refusal), refusal);
  }

  /** Of what several trust managers say, that which is not only "I do not know the issuer". */
  static CertificateException worse(CertificateException one, CertificateException other) {
    return isUnknownIssuer(other) && !isFirst(one) ? one : other;
  }

  private static boolean isFirst(CertificateException refusal) {
    return refusal.getCause() == null && String.valueOf(refusal.getMessage()).startsWith("no CA");
  }

  private static String sentence(
      String server, X509Certificate certificate, CertificateException refusal) {
    String named =
        "the certificate of %s (%s, issued by %s)"
            .formatted(
                server,
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName());
    if (isExpired(refusal)) {
      return named
          + " expired on %s: the server's owner has to renew it"
              .formatted(day(certificate.getNotAfter()));
    }
    if (has(refusal, CertificateNotYetValidException.class, BasicReason.NOT_YET_VALID)) {
      return named
          + " is valid from %s only: is this machine's clock right?"
              .formatted(day(certificate.getNotBefore()));
    }
    if (isUnknownIssuer(refusal)) {
      return named
          + " is not signed by a CA that the hub trusts: if it is the right server, make an SSL"
          + " bundle of its CA's certificate and name it under `trust` in the partner's file, or"
          + " under norrhub.tls.bundle (src/docs/tls.md)";
    }
    return named
        + " is not accepted: %s. Check the address, or have the server's owner correct it"
            .formatted(refusal.getMessage());
  }

  private static boolean isExpired(Throwable refusal) {
    return has(refusal, CertificateExpiredException.class, BasicReason.EXPIRED);
  }

  private static boolean isUnknownIssuer(Throwable refusal) {
    for (Throwable e = refusal; e != null; e = e.getCause()) {
      if (e instanceof java.security.cert.CertPathBuilderException) {
        return !isExpired(refusal);
      }
    }
    return false;
  }

  private static boolean has(
      Throwable refusal, Class<? extends Exception> kind, BasicReason reason) {
    for (Throwable e = refusal; e != null; e = e.getCause()) {
      if (kind.isInstance(e)
          || e instanceof CertPathValidatorException path && path.getReason() == reason) {
        return true;
      }
    }
    return false;
  }

  private static String day(Date date) {
    return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
  }
}
