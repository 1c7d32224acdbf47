package norrhub.poll.failure;

import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the SSH library's complaints mean for an admin. */
public final class SshFailure {
  private static final int DEEPEST = 10;
  private static final Pattern METHODS = Pattern.compile("for methods '([a-z,-]*)'");

  private SshFailure() {}

  /** Empty where the failure is not one of connecting and logging in. */
  public static Optional<String> sentence(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      if (cause instanceof JSchException ssh) {
        return sentence(ssh, String.valueOf(ssh.getMessage()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> sentence(JSchException failure, String message) {
    if (failure instanceof JSchHostKeyException) {
      return Optional.of(
          "the server shows another host key than the pinned one, so nothing was sent to it: ask its"
              + " owner whether the key was changed, and put the new one under `hostKey`");
    }
    if (failure instanceof JSchAlgoNegoFailException nego
        && String.valueOf(nego.getAlgorithmName()).contains("server_host_key")) {
      return Optional.of(
          "the server has no host key of the pinned kind: pin one that it has under `hostKey` (it offers "
              + nego.getServerProposal()
              + ")");
    }
    if (message.startsWith("Auth fail") || message.startsWith("Auth cancel")) {
      return Optional.of(
          "the login was refused: the server does not accept our user, password or key%s"
              .formatted(methods(message)));
    }
    if (message.startsWith("invalid privatekey") || message.startsWith("USERAUTH fail")) {
      return Optional.of(
          "our private key cannot be read: `privateKey` is the whole text of an OpenSSH or PEM key"
              + " without a passphrase");
    }
    return unreachable(failure.getCause(), message);
  }

  private static String methods(String message) {
    Matcher methods = METHODS.matcher(message);
    return methods.find() ? " (it takes %s)".formatted(methods.group(1).replace(",", ", ")) : "";
  }

  private static Optional<String> unreachable(@Nullable Throwable cause, String message) {
    if (cause instanceof UnknownHostException) {
      return Optional.of("there is no host of that name");
    }
    if (cause instanceof ConnectException && message.contains("refused")) {
      return Optional.of(
          "the connection was refused: nothing listens at that port, or a firewall refuses it");
    }
    if (cause instanceof NoRouteToHostException) {
      return Optional.of("there is no way to that host from here");
    }
    return cause instanceof SocketTimeoutException || message.startsWith("timeout")
        ? Optional.of("the server did not answer in time: is a firewall between?")
        : Optional.empty();
  }
}
