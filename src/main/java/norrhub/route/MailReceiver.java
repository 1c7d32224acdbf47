package norrhub.route;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.delivery.Blocker;
import norrhub.delivery.Blockers;
import norrhub.delivery.DeliveryIntake;
import norrhub.delivery.Incoming;
import norrhub.delivery.KnownFiles;
import norrhub.delivery.Refusal;
import norrhub.delivery.archive.Archive;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.delivery.archive.TooLarge;
import norrhub.fetch.Limits;
import norrhub.fetch.SenderAllowList;
import norrhub.mapping.Format;
import norrhub.mapping.Formats;
import norrhub.notice.NoticeKind;
import norrhub.partner.MailSource;
import norrhub.partner.Transport;
import norrhub.poll.Attachment;
import norrhub.poll.Attachments;
import norrhub.poll.BlockedFeed;
import norrhub.poll.FeedRegistry;
import norrhub.poll.MailCopy;
import norrhub.poll.MailMoves;
import norrhub.poll.MailNotices;
import norrhub.poll.MailStream;
import norrhub.poll.MailboxBroke;
import norrhub.poll.MailboxMessage;
import norrhub.poll.PollSchedule;
import norrhub.poll.RawMail;
import norrhub.poll.Scope;
import norrhub.poll.UnreadableMail;
import norrhub.poll.failure.FailureMessage;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.mail.MailMessage;
import org.springframework.stereotype.Component;

/**
 * Takes in the mails of mail feeds: every attachment is a delivery, or the mail itself where the
 * feed's format reads mails. A mail leaves the folder when it is dealt with, and not before: for
 * {@code done} when all of it is in the ledger, for {@code refused} when the ledger says why not.
 */
@Component("mailReceiver")
public class MailReceiver {
  private static final String WHOLE = "";

  private final FeedRegistry registry;
  private final PollSchedule polls;
  private final Blockers blockers;
  private final KnownFiles known;
  private final MailMoves moves;
  private final Archive archive;
  private final DeliveryIntake deliveries;
  private final Limits limits;
  private final Formats formats;
  private final Clock clock;

  MailReceiver(
      FeedRegistry registry,
      PollSchedule polls,
      Blockers blockers,
      KnownFiles known,
      MailMoves moves,
      Archive archive,
      DeliveryIntake deliveries,
      Limits limits,
      Formats formats,
      Clock clock) {
    this.registry = registry;
    this.polls = polls;
    this.blockers = blockers;
    this.known = known;
    this.moves = moves;
    this.archive = archive;
    this.deliveries = deliveries;
    this.limits = limits;
    this.formats = formats;
    this.clock = clock;
  }

  /**
   * Takes in a mail, unless one that came before it could not be: then this one waits for a later
   * poll.
   */
  public void receive(@ExchangeProperty("feed") String feed, Exchange exchange)
      throws MessagingException, IOException {
    MailboxMessage mail =
        new MailboxMessage(exchange.getIn(MailMessage.class).getOriginalMessage());
    String scope = scope(feed, mail);
    if (polls.isStopped(feed, WHOLE) || polls.isStopped(feed, scope)) {
      return;
    }
    try {
      receive(feed, mail);
    } catch (MessagingException | IOException | RuntimeException e) {
      polls.stop(feed, scope);
      throw e;
    }
  }

  private void receive(String feed, MailboxMessage mail) throws MessagingException, IOException {
    MailSource source = registry.feed(feed).mail().orElseThrow();
    String identity = mail.identity();
    try {
      if (known.isRejected(feed, identity)) {
        move(feed, mail, source.refused());
        return;
      }
      Optional<NoticeKind> objection = readableObjection(mail, source);
      if (objection.isPresent()) {
        refuse(feed, mail, objection.get(), mail.senders());
        return;
      }
      take(feed, mail);
    } catch (TooLarge e) {
      reject(feed, mail, MailNotices.ATTACHMENT_TOO_LARGE, e.inShort());
    } catch (UnreadableMail e) {
      stumbled(feed, mail, identity, e, source.tries());
    } catch (MailboxBroke e) {
      stumbled(feed, mail, identity, e, Math.max(source.tries(), Blocker.MOST_TRIES));
    }
    blockers.passed(feed, identity);
  }

  /**
   * Comes before each change of the ledger or the mailbox: once the lock is lost, another hub may
   * be dealing with the same mails.
   */
  private void requireLock(String feed) throws IOException {
    if (!polls.isOurs(feed)) {
      throw new IOException("the lock of this poll is lost; the next poll reads the mail again");
    }
  }

  /**
   * A mail that cannot be read holds up what came later, but not forever. Where it broke the
   * connection, nothing more can be asked of the mailbox: the next poll moves it away.
   */
  private void stumbled(
      String feed, MailboxMessage mail, String identity, IOException failure, int mostTries)
      throws MessagingException, IOException {
    requireLock(feed);
    String reason = FailureMessage.of(failure);
    String name = name(mail);
    Blocker blocker =
        blockers.failed(feed, identity, name, identity, reason, !polls.isByHand(feed));
    if (!blocker.isOver(mostTries, clock.instant())) {
      throw new IOException(BlockedFeed.sentence(registry.feed(feed), blocker, mostTries), failure);
    }
    deliveries.refused(
        Refusal.ofBlocker(
            blocker,
            registry.partner(feed).id(),
            Transport.MAIL,
            MailNotices.UNREADABLE_MAIL,
            reason,
            clock.instant()));
    blockers.passed(feed, identity);
    move(feed, mail, registry.feed(feed).mail().orElseThrow().refused());
  }

  /** Its subject, which is known once the mailbox has listed it. */
  private static String name(MailboxMessage mail) {
    try {
      return mail.subject();
    } catch (MessagingException e) {
      return "(subject cannot be read)";
    }
  }

  private String scope(String feed, MailboxMessage mail) {
    try {
      return Scope.of(registry.feed(feed), mail.subject());
    } catch (MessagingException e) {
      return WHOLE;
    }
  }

  private static Optional<NoticeKind> readableObjection(MailboxMessage mail, MailSource source)
      throws IOException {
    try {
      return objection(mail, source);
    } catch (MessagingException e) {
      throw UnreadableMail.unlessDisconnected(e);
    }
  }

  /** Why a mail is not read, where it is not. */
  static Optional<NoticeKind> objection(MailboxMessage mail, MailSource source)
      throws MessagingException {
    SenderAllowList senders = new SenderAllowList(source.senders());
    if (mail.sender().isEmpty()) {
      return Optional.of(MailNotices.NO_SINGLE_SENDER);
    }
    if (mail.sender().filter(senders::allow).isEmpty()) {
      return Optional.of(MailNotices.UNKNOWN_SENDER);
    }
    if (source.authenticatedBy().isPresent() && !mail.isProvenBy(source.authenticatedBy().get())) {
      return Optional.of(MailNotices.UNPROVEN_SENDER);
    }
    return mail.isAutomaticReply() ? Optional.of(MailNotices.AUTOMATIC_REPLY) : Optional.empty();
  }

  private void take(String feed, MailboxMessage mail) throws MessagingException, IOException {
    if (readsWholeMails(feed)) {
      receive(feed, mail, List.of(keep(mail)));
      return;
    }
    try (MailCopy copy = copy(mail)) {
      Attachments attachments = attachments(copy);
      if (attachments.vacancies().isEmpty()) {
        refuse(
            feed, mail, MailNotices.nothingIn(attachments), MailNotices.list(attachments.others()));
        return;
      }
      List<ArchivedPart> parts = new ArrayList<>();
      for (Attachment attachment : attachments.vacancies()) {
        parts.add(keep(attachment));
      }
      receive(feed, mail, parts);
    }
  }

  private MailCopy copy(MailboxMessage mail) throws MessagingException, IOException {
    return MailCopy.of(mail.message(), mail.subject(), MailCopy.most(limits));
  }

  private boolean readsWholeMails(String feed) {
    return formats.find(registry.feed(feed).format()).filter(Format::readsWholeMails).isPresent();
  }

  /** Each part is a delivery of its own. */
  private void receive(String feed, MailboxMessage mail, List<ArchivedPart> parts)
      throws MessagingException, IOException {
    for (int n = 0; n < parts.size(); n++) {
      requireLock(feed);
      deliveries.receive(
          new Incoming(
              feed,
              registry.partner(feed).id(),
              Transport.MAIL,
              mail.subject(),
              mail.identity() + "|" + n,
              List.of(parts.get(n)),
              clock.instant()));
    }
    move(feed, mail, registry.feed(feed).mail().orElseThrow().done());
  }

  private void move(String feed, MailboxMessage mail, String folder)
      throws MessagingException, IOException {
    requireLock(feed);
    moves.move(feed, mail, folder);
  }

  private static Attachments attachments(MailCopy copy) throws IOException {
    try {
      return Attachments.of(copy.mail());
    } catch (MessagingException | IOException | RuntimeException | StackOverflowError e) {
      throw UnreadableMail.unlessDisconnected(e);
    }
  }

  private ArchivedPart keep(Attachment attachment) throws IOException {
    try (InputStream content = new MailStream(attachment)) {
      return archive.keep(attachment.name(), content, limits.attachment().toBytes());
    }
  }

  private ArchivedPart keep(MailboxMessage mail) throws MessagingException, IOException {
    long most = limits.attachment().toBytes();
    try (InputStream content = RawMail.open(mail.message(), most)) {
      return archive.keep(mail.subject(), content, most);
    }
  }

  private void refuse(String feed, MailboxMessage mail, NoticeKind why, String value)
      throws MessagingException, IOException {
    requireLock(feed);
    deliveries.refused(
        feed,
        registry.partner(feed).id(),
        mail.subject(),
        why.about(mail.shown(), value),
        clock.instant());
    move(feed, mail, registry.feed(feed).mail().orElseThrow().refused());
  }

  /** A mail of somebody who may send, in which vacancies may have been. */
  private void reject(String feed, MailboxMessage mail, NoticeKind why, String value)
      throws MessagingException, IOException {
    requireLock(feed);
    deliveries.refused(
        Refusal.lost(
            feed,
            registry.partner(feed).id(),
            mail.subject(),
            why.about(mail.shown(), value),
            clock.instant()));
    move(feed, mail, registry.feed(feed).mail().orElseThrow().refused());
  }
}
