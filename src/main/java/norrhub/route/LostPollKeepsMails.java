package norrhub.route;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import org.apache.camel.component.mail.MailBoxPostProcessAction;

/**
 * Closes the mailbox of a poll that lost its lock without removing the mails that are marked as
 * deleted. The hub that polls now removes them; Camel would, on closing, and change the mailbox
 * under the other hub's session.
 */
final class LostPollKeepsMails implements MailBoxPostProcessAction {
  private final String feed;
  private final Polls polls;

  LostPollKeepsMails(String feed, Polls polls) {
    this.feed = feed;
    this.polls = polls;
  }

  @Override
  public void process(Folder mails) throws MessagingException {
    if (mails.isOpen() && !polls.isOurs(feed)) {
      mails.close(false);
    }
  }
}
