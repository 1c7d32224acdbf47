package norrhub.poll;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.poll.failure.FailureMessage;
import org.springframework.stereotype.Component;

/**
 * Moves mails that are dealt with out of their folder. Where the mailbox does not let us, the mail
 * is not read again but moved at a later poll, and its feed is failing until then.
 */
@Component
public class MailMoves implements ForgetsFeeds {
  private final PollSchedule polls;

  /** Target folders by feed and mail. After a restart such a mail is read once more. */
  private final Map<String, String> waiting = new ConcurrentHashMap<>();

  MailMoves(PollSchedule polls) {
    this.polls = polls;
  }

  @Override
  public void forget(String feed) {
    waiting.keySet().removeIf(mail -> mail.startsWith(feed + "|"));
  }

  /**
   * @return whether it is moved; where not, it waits for a later poll
   */
  public boolean move(String feed, MailboxMessage letter, String folder)
      throws MessagingException, IOException {
    String mail = key(feed, letter.identity());
    try {
      letter.moveTo(folder);
      waiting.remove(mail);
      return true;
    } catch (MessagingException e) {
      IOException failure = UnreadableMail.unlessDisconnected(e);
      if (failure instanceof MailboxBroke) {
        throw failure;
      }
      waiting.put(mail, folder);
      polls.complain(
          feed,
          "[%s] was dealt with and cannot be moved to the folder %s: %s. Let the hub's account make that folder and write to it, or name another one in the partner's file"
              .formatted(letter.subject(), folder, FailureMessage.of(e)));
      return false;
    }
  }

  /** Whether a mail was dealt with before, and only has to be moved. */
  public boolean isWaiting(String feed, String identity) {
    return waiting.containsKey(key(feed, identity));
  }

  /**
   * PostingPlanner what waits for it; where one cannot be moved, the others of its target cannot
   * either.
   */
  public void retry(String feed, Folder mails) throws MessagingException, IOException {
    Set<String> failed = new HashSet<>();
    for (String mail : of(feed)) {
      Message message = ((UIDFolder) mails).getMessageByUID(uid(mail));
      String target = waiting.getOrDefault(mail, "");
      if (message == null || !key(feed, new MailboxMessage(message).identity()).equals(mail)) {
        waiting.remove(mail); // somebody else moved it
      } else if (!failed.contains(target) && !move(feed, new MailboxMessage(message), target)) {
        failed.add(target);
      }
    }
  }

  private List<String> of(String feed) {
    return waiting.keySet().stream().filter(mail -> mail.startsWith(feed + "|")).toList();
  }

  private static long uid(String mail) {
    return Long.parseLong(mail.substring(mail.lastIndexOf('|') + 1));
  }

  private static String key(String feed, String identity) {
    return feed + "|" + identity;
  }
}
