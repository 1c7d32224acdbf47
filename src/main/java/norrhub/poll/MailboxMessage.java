package norrhub.poll;

import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.fetch.AuthenticationResults;
import norrhub.notice.Printable;

/** One mail in a mailbox: who it is from, what the mailbox calls it, where it goes. */
public record MailboxMessage(Message message) {
  private static final int LONGEST_SUBJECT = 200;
  private static final int MOST_SENDERS = 3;

  /**
   * For life: folder, UIDVALIDITY and UID. A Message-ID is the sender's choice and may be missing.
   */
  public String identity() throws MessagingException {
    UIDFolder folder = (UIDFolder) message.getFolder();
    return "%s|%d|%d"
        .formatted(
            message.getFolder().getURLName(), folder.getUIDValidity(), folder.getUID(message));
  }

  /** For people. */
  public String subject() throws MessagingException {
    String subject = Printable.line(Objects.toString(message.getSubject(), "").strip());
    if (subject.isEmpty()) {
      return "(no subject)";
    }
    return subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
  }

  /** Its subject and who it is from, for people. */
  public String shown() throws MessagingException {
    return "%s <%s>".formatted(subject(), senders());
  }

  /** All addresses that it says it is from, for people. */
  public String senders() throws MessagingException {
    Address[] from = message.getFrom();
    String all =
        Stream.of(from == null ? new Address[0] : from)
            .map(one -> one instanceof InternetAddress address ? address.getAddress() : "" + one)
            .limit(MOST_SENDERS)
            .collect(Collectors.joining(", "));
    return all.isBlank() ? "–" : Printable.line(all);
  }

  /** The one address it is from; a mail from several, or from none, has no sender. */
  public Optional<String> sender() throws MessagingException {
    Address[] from = message.getFrom();
    return from != null && from.length == 1 && from[0] instanceof InternetAddress address
        ? Optional.ofNullable(address.getAddress())
        : Optional.empty();
  }

  /**
   * Whether the server of that name found that the mail comes from its sender. Servers write above
   * what they got: only its topmost word counts.
   */
  public boolean isProvenBy(String server) throws MessagingException {
    String[] headers = message.getHeader("Authentication-Results");
    Optional<AuthenticationResults> own =
        Stream.of(headers == null ? new String[0] : headers)
            .flatMap(header -> AuthenticationResults.parse(header).stream())
            .filter(results -> results.server().equalsIgnoreCase(server))
            .findFirst();
    Optional<String> sender = sender();
    return own.isPresent() && sender.isPresent() && own.get().prove(sender.get());
  }

  /** An out-of-office note, a bounce: written by a program in answer to a mail. */
  public boolean isAutomaticReply() throws MessagingException {
    return header("Auto-Submitted").startsWith("auto-replied")
        || !header("X-Autoreply").isEmpty()
        || header("Precedence").equals("auto_reply")
        || header("Return-Path").equals("<>")
        // Not Part.isMimeType: that is the server's word, and some break off over a mail that is
        // odd.
        || header("Content-Type").startsWith("multipart/report");
  }

  /** Puts it into another folder of the mailbox; it leaves this one when the poll ends. */
  void moveTo(String name) throws MessagingException {
    Folder folder = message.getFolder();
    Folder target = folder.getStore().getFolder(name);
    if (!target.exists()) {
      target.create(Folder.HOLDS_MESSAGES);
    }
    folder.copyMessages(new Message[] {message}, target);
    message.setFlag(Flags.Flag.DELETED, true);
  }

  private String header(String name) throws MessagingException {
    String[] values = message.getHeader(name);
    return values == null || values.length == 0 ? "" : values[0].strip().toLowerCase(Locale.ROOT);
  }
}
