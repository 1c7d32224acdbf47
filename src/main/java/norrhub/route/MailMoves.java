package norrhub.route;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Moves mails that are dealt with out of their folder. Where the mailbox does not let us, the mail
 * is not read again but moved at a later poll, and its feed is failing until then.
 */
@Component
class MailMoves implements ForgetsFeeds {
  private final Polls polls;

  /** Target folders by feed and mail. After a restart such a mail is read once more. */
  private final Map<String, String> waiting = new ConcurrentHashMap<>();

  MailMoves(Polls polls) {
    this.polls = polls;
  }

  @Override
  public void forget(String feed) {
    waiting.keySet().removeIf(mail -> mail.startsWith(feed + "|"));
  }

  void move(String feed, Letter letter, String folder) throws MessagingException, IOException {
    String mail = key(feed, letter);
    try {
      letter.moveTo(folder);
      waiting.remove(mail);
    } catch (MessagingException e) {
      IOException failure = UnreadableMail.unlessDisconnected(e);
      if (failure instanceof MailboxBroke) {
        throw failure;
      }
      waiting.put(mail, folder);
      polls.complain(
          feed,
          "[%s] was dealt with and cannot be moved to the folder %s: %s. Let the hub's account make that folder and write to it, or name another one in the partner's file"
              .formatted(letter.subject(), folder, Reason.of(e)));
    }
  }

  /** Where a mail belongs that was dealt with before, and only has to be moved. */
  Optional<String> waiting(String feed, Letter letter) throws MessagingException {
    return Optional.ofNullable(waiting.get(key(feed, letter)));
  }

  private static String key(String feed, Letter letter) throws MessagingException {
    return feed + "|" + letter.identity();
  }
}
