package norrhub.poll;

import java.io.IOException;
import norrhub.poll.failure.FailureMessage;

/** The connection to a mailbox broke while a mail was read: mostly no fault of the mail. */
public final class MailboxBroke extends IOException {
  private static final long serialVersionUID = 1L;

  MailboxBroke(Throwable reason, Throwable cause) {
    super("the connection to the mailbox broke: " + FailureMessage.of(reason), cause);
  }
}
