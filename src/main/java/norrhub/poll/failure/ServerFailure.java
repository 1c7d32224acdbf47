package norrhub.poll.failure;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.eclipse.angus.mail.util.MailConnectException;

/** What the complaints of the mail and HTTP libraries mean for an admin; {@link SshFailure} too. */
public final class ServerFailure {
  private static final int DEEPEST = 10;
  private static final Pattern WRONG_NAME =
      Pattern.compile("Certificate for <([^>]*)> doesn't .*?: \\[(.*)]");

  private ServerFailure() {}

  /** Empty where the failure is not one of connecting and logging in. */
  public static Optional<String> sentence(Throwable failure) {
    String server = "";
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      server = server.isEmpty() ? server(cause) : server;
      Optional<String> sentence = of(cause, String.valueOf(cause.getMessage()));
      if (sentence.isPresent()) {
        return Optional.of(server + sentence.get());
      }
    }
    return Optional.empty();
  }

  private static String server(Throwable failure) {
    if (failure instanceof MailConnectException mail) {
      return "%s:%d: ".formatted(mail.getHost(), mail.getPort());
    }
    return failure instanceof HttpHostConnectException http && http.getHost() != null
        ? "%s:%d: ".formatted(http.getHost().getHostName(), http.getHost().getPort())
        : "";
  }

  private static Optional<String> of(Throwable failure, String message) {
    if (failure instanceof AuthenticationFailedException) {
      return Optional.of(
          "the login was refused: the server does not accept our user or password (it says: %s)"
              .formatted(message));
    }
    if (failure instanceof FolderNotFoundException missing && missing.getFolder() != null) {
      return Optional.of(
          "there is no folder `%s` in the mailbox: create it there, or correct its name in the partner's file"
              .formatted(missing.getFolder().getFullName()));
    }
    return failure instanceof SSLException
        ? ofTls(failure, message)
        : unreachable(failure, message);
  }

  private static Optional<String> ofTls(Throwable failure, String message) {
    Matcher wrongName = WRONG_NAME.matcher(message);
    if (failure instanceof SSLPeerUnverifiedException && wrongName.matches()) {
      return Optional.of(
          "the server's certificate is not for the name %s%s: check the address, or have the server's owner correct it"
              .formatted(
                  wrongName.group(1),
                  wrongName.group(2).isEmpty() ? "" : " (it names " + wrongName.group(2) + ")"));
    }
    return message.startsWith("Unsupported or unrecognized SSL message")
        ? Optional.of(
            "the server does not speak TLS at that port: check the port, and of a web address whether it is https")
        : Optional.empty();
  }

  private static Optional<String> unreachable(Throwable failure, String message) {
    if (failure instanceof UnknownHostException) {
      return Optional.of("there is no host of the name " + message.replaceFirst(":.*", ""));
    }
    if (failure instanceof ConnectException && message.endsWith("refused")) {
      return Optional.of(
          "the connection was refused: nothing listens at that port, or a firewall refuses it");
    }
    if (failure instanceof NoRouteToHostException) {
      return Optional.of("there is no way to that host from here");
    }
    return failure instanceof SocketTimeoutException && message.startsWith("Connect")
        ? Optional.of("the server did not answer in time: is a firewall between?")
        : Optional.empty();
  }
}
