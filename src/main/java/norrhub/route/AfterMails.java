package norrhub.route;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.io.IOException;
import norrhub.poll.MailMoves;
import norrhub.poll.PollSchedule;
import norrhub.poll.failure.FailureMessage;
import org.apache.camel.component.mail.MailBoxPostProcessAction;

/**
 * The last step of a poll of a mailbox: moves what could not be moved before.
 *
 * <p>A poll that lost its lock closes the mailbox without removing the mails that are marked as
 * deleted. The hub that polls now removes them; Camel would, on closing, and change the mailbox
 * under the other hub's session.
 */
final class AfterMails implements MailBoxPostProcessAction {
  private final String feed;
  private final PollSchedule polls;
  private final MailMoves moves;

  AfterMails(String feed, PollSchedule polls, MailMoves moves) {
    this.feed = feed;
    this.polls = polls;
    this.moves = moves;
  }

  @Override
  public void process(Folder mails) throws MessagingException {
    if (!mails.isOpen()) {
      return;
    }
    if (!polls.isOurs(feed)) {
      mails.close(false);
      return;
    }
    try {
      moves.retry(feed, mails);
    } catch (IOException e) {
      throw new MessagingException(FailureMessage.of(e), e);
    }
  }
}
