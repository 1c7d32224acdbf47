package norrhub.route;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.UUID;
import norrhub.poll.MailMoves;
import norrhub.poll.MailboxMessage;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Passes over the mails of a feed that were dealt with and could not be moved, so that they do not
 * fill the poll: it takes ten mails, and with ten such ones no new mail would ever be read.
 */
final class UnmovedMails extends ServiceSupport implements MailUidGenerator, IdempotentRepository {
  private final String feed;
  private final MailMoves moves;

  UnmovedMails(String feed, MailMoves moves) {
    this.feed = feed;
    this.moves = moves;
  }

  @Override
  public String generateUuid(MailEndpoint endpoint, Message message) {
    try {
      return new MailboxMessage(message).identity();
    } catch (MessagingException e) {
      return UUID.randomUUID().toString(); // the receiver finds out what is wrong with it
    }
  }

  @Override
  public boolean add(String mail) {
    return !contains(mail);
  }

  @Override
  public boolean contains(String mail) {
    return moves.isWaiting(feed, mail);
  }

  /** The mailbox remembers what was read, by where a mail lies. */
  @Override
  public boolean remove(String mail) {
    return true;
  }

  @Override
  public boolean confirm(String mail) {
    return true;
  }

  @Override
  public void clear() {
    // nothing is kept here
  }
}
