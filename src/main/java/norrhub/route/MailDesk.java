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
import norrhub.delivery.DeliveryDesk;
import norrhub.delivery.FeedStates;
import norrhub.delivery.Incoming;
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
  private final FeedBook book;
  private final FeedStates states;
  private final Archive archive;
  private final DeliveryDesk deliveries;
  private final Limits limits;
  private final Formats formats;
  private final Clock clock;

  MailDesk(
      FeedBook book,
      FeedStates states,
      Archive archive,
      DeliveryDesk deliveries,
      Limits limits,
      Formats formats,
      Clock clock) {
    this.book = book;
    this.states = states;
    this.archive = archive;
    this.deliveries = deliveries;
    this.limits = limits;
    this.formats = formats;
    this.clock = clock;
  }

  public void receive(@ExchangeProperty("feed") String feed, Exchange exchange)
      throws MessagingException, IOException {
    Letter letter = new Letter(exchange.getIn(MailMessage.class).getOriginalMessage());
    MailSource source = book.feed(feed).mail().orElseThrow();
    Optional<NoticeKind> objection = objection(letter, source);
    if (objection.isPresent()) {
      refuse(feed, letter, objection.get(), letter.senders());
      return;
    }
    try {
      take(feed, letter);
    } catch (TooLarge e) {
      refuse(feed, letter, MailNotices.ATTACHMENT_TOO_LARGE, e.inShort());
    } catch (UnreadableMail e) {
      if (states.tried(feed, letter.identity()) < source.tries()) {
        throw e;
      }
      refuse(feed, letter, MailNotices.UNREADABLE_MAIL, Reason.of(e));
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
      throws MessagingException {
    for (int n = 0; n < parts.size(); n++) {
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
    letter.moveTo(book.feed(feed).mail().orElseThrow().done());
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
      throws MessagingException {
    deliveries.refused(
        feed,
        book.partner(feed).id(),
        letter.subject(),
        why.about(letter.shown(), value),
        clock.instant());
    letter.moveTo(book.feed(feed).mail().orElseThrow().refused());
  }
}
