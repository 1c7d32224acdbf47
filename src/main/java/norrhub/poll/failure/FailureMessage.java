package norrhub.poll.failure;

import com.jcraft.jsch.SftpException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.fetch.UntrustedServer;
import norrhub.notice.Printable;

/** Why something failed, in one line for people: the messages of an exception and its causes. */
public final class FailureMessage {
  private static final int LONGEST = 500;
  private static final int DEEPEST = 10;

  private FailureMessage() {}

  public static String of(Throwable failure) {
    Optional<UntrustedServer> untrusted = untrusted(failure);
    if (untrusted.isPresent()) {
      return Printable.line(String.valueOf(untrusted.get().getMessage()));
    }
    Optional<String> ssh = SshFailure.sentence(failure);
    if (ssh.isPresent()) {
      return Printable.line(address(failure) + ssh.get());
    }
    Optional<String> server = ServerFailure.sentence(failure);
    if (server.isPresent()) {
      return Printable.line(server.get());
    }
    List<String> messages = new ArrayList<>();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      String message = message(cause);
      if (messages.stream().noneMatch(told -> told.contains(message))) {
        messages.add(message);
      }
    }
    String line =
        Printable.line(String.join(": ", messages).replaceAll("[\\r\\n\\t ]+", " ").strip());
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
  }

  /** What an SFTP server said itself, where it said something. */
  public static String ofServer(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      if (cause instanceof SftpException) {
        return of(cause);
      }
    }
    return of(failure);
  }

  /** What the libraries between say of it is their own way of not knowing. */
  private static Optional<UntrustedServer> untrusted(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      if (cause instanceof UntrustedServer server) {
        return Optional.of(server);
      }
    }
    return Optional.empty();
  }

  /** Camel says where it wanted to connect to; our own connections say it themselves. */
  private static String address(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return message.matches("(?i)cannot connect to \\S+") ? message + ": " : "";
  }

  private static String message(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.strip();
  }
}
