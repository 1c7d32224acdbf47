package norrhub.poll;

import jakarta.mail.FolderClosedException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import norrhub.poll.failure.FailureMessage;

/** A mail itself cannot be read: trying again helps only so often. */
public final class UnreadableMail extends IOException {
  private static final long serialVersionUID = 1L;

  private UnreadableMail(Throwable cause) {
    super(FailureMessage.of(cause), cause);
  }

  /** A connection that broke says nothing of the mail. */
  public static IOException unlessDisconnected(Throwable cause) {
    for (Throwable c = cause; c != null; c = c.getCause()) {
      if (c instanceof FolderClosedException
          || c instanceof StoreClosedException
          || c instanceof SocketException
          || c instanceof SocketTimeoutException) {
        return new MailboxBroke(c, cause);
      }
    }
    return new UnreadableMail(cause);
  }
}
