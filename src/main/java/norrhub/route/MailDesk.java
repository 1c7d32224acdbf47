package norrhub.route;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.delivery.Archive;
import norrhub.delivery.ArchivedPart;
import norrhub.delivery.Blocker;
import norrhub.delivery.Blockers;
import norrhub.delivery.DeliveryDesk;
import norrhub.delivery.Incoming;
import norrhub.delivery.KnownFiles;
import norrhub.delivery.Refusal;
import norrhub.delivery.TooLarge;
import norrhub.fetch.Limits;
import norrhub.fetch.Senders;
import norrhub.mapping.Format;
import norrhub.mapping.Formats;
import norrhub.notice.NoticeKind;
import norrhub.partner.MailSource;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.mail.MailMessage;
import org.springframework.stereotype.Component;

/**
 * Takes in the mails of mail feeds: every attachment is a delivery, or the mail itself where the
 * feed's format reads mails. A mail leaves the folder when it is dealt with, and not before: for
 * {@code done} when all of it is in the ledger, for {@code refused} when the ledger says why not.
 */
@Component("mailDesk")
public class MailDesk {
  private static final String WHOLE = "";

  private final FeedBook book;
  private final Polls polls;
  private final Blockers blockers;
  private final KnownFiles known;
  private final MailMoves moves;
  private final Archive archive;
  private final DeliveryDesk deliveries;
  private final Limits limits;
  private final Formats formats;
  private final Clock clock;

  MailDesk(
      FeedBook book,
      Polls polls,
      Blockers blockers,
      KnownFiles known,
      MailMoves moves,
      Archive archive,
      DeliveryDesk deliveries,
      Limits limits,
      Formats formats,
      Clock clock) {
    this.book = book;
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
    Letter letter = new Letter(exchange.getIn(MailMessage.class).getOriginalMessage());
    String scope = scope(feed, letter);
    if (polls.isStopped(feed, WHOLE) || polls.isStopped(feed, scope)) {
      return;
    }
    try {
      receive(feed, letter);
    } catch (MessagingException | IOException | RuntimeException e) {
      polls.stop(feed, scope);
      throw e;
    }
  }

  private void receive(String feed, Letter letter) throws MessagingException, IOException {
    MailSource source = book.feed(feed).mail().orElseThrow();
    String identity = letter.identity();
    try {
      if (known.isRejected(feed, identity)) {
        move(feed, letter, source.refused());
        return;
      }
      Optional<NoticeKind> objection = readableObjection(letter, source);
      if (objection.isPresent()) {
        refuse(feed, letter, objection.get(), letter.senders());
        return;
      }
      take(feed, letter);
    } catch (TooLarge e) {
      reject(feed, letter, MailNotices.ATTACHMENT_TOO_LARGE, e.inShort());
    } catch (UnreadableMail e) {
      stumbled(feed, letter, identity, e, source.tries());
    } catch (MailboxBroke e) {
      stumbled(feed, letter, identity, e, Math.max(source.tries(), Blocker.MOST_TRIES));
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
      String feed, Letter letter, String identity, IOException failure, int mostTries)
      throws MessagingException, IOException {
    requireLock(feed);
    String reason = Reason.of(failure);
    String name = name(letter);
    Blocker blocker =
        blockers.failed(feed, identity, name, identity, reason, !polls.isByHand(feed));
    if (!blocker.isOver(mostTries, clock.instant())) {
      throw new IOException(BlockedFeed.sentence(book.feed(feed), blocker, mostTries), failure);
    }
    deliveries.refused(
        Refusal.ofBlocker(
            blocker,
            book.partner(feed).id(),
            "mail",
            MailNotices.UNREADABLE_MAIL,
            reason,
            clock.instant()));
    blockers.passed(feed, identity);
    move(feed, letter, book.feed(feed).mail().orElseThrow().refused());
  }

  /** Its subject, which is known once the mailbox has listed it. */
  private static String name(Letter letter) {
    try {
      return letter.subject();
    } catch (MessagingException e) {
      return "(subject cannot be read)";
    }
  }

  private String scope(String feed, Letter letter) {
    try {
      return Scope.of(book.feed(feed), letter.subject());
    } catch (MessagingException e) {
      return WHOLE;
    }
  }

  private static Optional<NoticeKind> readableObjection(Letter letter, MailSource source)
      throws IOException {
    try {
      return objection(letter, source);
    } catch (MessagingException e) {
      throw UnreadableMail.unlessDisconnected(e);
    }
  }

  /** Why a mail is not read, where it is not. */
  static Optional<NoticeKind> objection(Letter letter, MailSource source)
      throws MessagingException {
    Senders senders = new Senders(source.senders());
    if (letter.sender().isEmpty()) {
      return Optional.of(MailNotices.NO_SINGLE_SENDER);
    }
    if (letter.sender().filter(senders::allow).isEmpty()) {
      return Optional.of(MailNotices.UNKNOWN_SENDER);
    }
    if (source.authenticatedBy().isPresent()
        && !letter.isProvenBy(source.authenticatedBy().get())) {
      return Optional.of(MailNotices.UNPROVEN_SENDER);
    }
    return letter.isAutomaticReply() ? Optional.of(MailNotices.AUTOMATIC_REPLY) : Optional.empty();
  }

  private void take(String feed, Letter letter) throws MessagingException, IOException {
    if (readsWholeMails(feed)) {
      receive(feed, letter, List.of(keep(letter)));
      return;
    }
    try (MailCopy copy = copy(letter)) {
      Attachments attachments = attachments(copy);
      if (attachments.vacancies().isEmpty()) {
        refuse(
            feed,
            letter,
            MailNotices.nothingIn(attachments),
            MailNotices.list(attachments.others()));
        return;
      }
      List<ArchivedPart> parts = new ArrayList<>();
      for (Attachment attachment : attachments.vacancies()) {
        parts.add(keep(attachment));
      }
      receive(feed, letter, parts);
    }
  }

  private MailCopy copy(Letter letter) throws MessagingException, IOException {
    return MailCopy.of(letter.message(), letter.subject(), MailCopy.most(limits));
  }

  private boolean readsWholeMails(String feed) {
    return formats.find(book.feed(feed).format()).filter(Format::readsWholeMails).isPresent();
  }

  /** Each part is a delivery of its own. */
  private void receive(String feed, Letter letter, List<ArchivedPart> parts)
      throws MessagingException, IOException {
    for (int n = 0; n < parts.size(); n++) {
      requireLock(feed);
      deliveries.receive(
          new Incoming(
              feed,
              book.partner(feed).id(),
              "mail",
              letter.subject(),
              letter.identity() + "|" + n,
              List.of(parts.get(n)),
              clock.instant()));
    }
    move(feed, letter, book.feed(feed).mail().orElseThrow().done());
  }

  private void move(String feed, Letter letter, String folder)
      throws MessagingException, IOException {
    requireLock(feed);
    moves.move(feed, letter, folder);
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

  private ArchivedPart keep(Letter letter) throws MessagingException, IOException {
    long most = limits.attachment().toBytes();
    try (InputStream content = WholeMail.open(letter.message(), most)) {
      return archive.keep(letter.subject(), content, most);
    }
  }

  private void refuse(String feed, Letter letter, NoticeKind why, String value)
      throws MessagingException, IOException {
    requireLock(feed);
    deliveries.refused(
        feed,
        book.partner(feed).id(),
        letter.subject(),
        why.about(letter.shown(), value),
        clock.instant());
    move(feed, letter, book.feed(feed).mail().orElseThrow().refused());
  }

  /** A mail of somebody who may send, in which vacancies may have been. */
  private void reject(String feed, Letter letter, NoticeKind why, String value)
      throws MessagingException, IOException {
    requireLock(feed);
    deliveries.refused(
        Refusal.lost(
            feed,
            book.partner(feed).id(),
            letter.subject(),
            why.about(letter.shown(), value),
            clock.instant()));
    move(feed, letter, book.feed(feed).mail().orElseThrow().refused());
  }
}
