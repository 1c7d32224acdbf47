package norrhub.route;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import norrhub.fetch.Limits;
import norrhub.mapping.Format;
import norrhub.mapping.Formats;
import norrhub.notice.NoticeKind;
import norrhub.partner.Feed;
import norrhub.partner.MailSource;
import norrhub.partner.Partner;
import norrhub.partner.Transport;
import norrhub.poll.Attachment;
import norrhub.poll.Attachments;
import norrhub.poll.BoundedCopy;
import norrhub.poll.ConnectionTest;
import norrhub.poll.Fetched;
import norrhub.poll.MailCopy;
import norrhub.poll.MailNotices;
import norrhub.poll.MailStream;
import norrhub.poll.MailboxMessage;
import norrhub.poll.ProbeSteps;
import norrhub.poll.RawMail;
import norrhub.record.PartFile;
import org.springframework.stereotype.Component;

/** Tries mail feeds by opening the mailbox for reading only: nothing is moved, marked or seen. */
@Component
class MailConnectionTest implements ConnectionTest {
  private final Limits limits;
  private final Formats formats;
  private final FeedTls tls;

  MailConnectionTest(Limits limits, Formats formats, FeedTls tls) {
    this.tls = tls;
    this.limits = limits;
    this.formats = formats;
  }

  @Override
  public Transport transport() {
    return Transport.MAIL;
  }

  @Override
  public Fetched fetch(Partner partner, Feed feed, Path folder, ProbeSteps steps)
      throws MessagingException, IOException {
    MailSource source = feed.mail().orElseThrow();
    try (Store store = Session.getInstance(settings(source)).getStore(scheme(source))) {
      store.connect(source.host(), source.port(), source.user(), source.password().value());
      steps.saw("logged in at %s:%d as %s".formatted(source.host(), source.port(), source.user()));
      try (Folder mails = store.getFolder(source.folder())) {
        mails.open(Folder.READ_ONLY);
        int count = mails.getMessageCount();
        steps.saw("opened %s: %d mails".formatted(source.folder(), count));
        return new Fetched(
            count == 0
                ? List.<PartFile>of()
                : read(new MailboxMessage(mails.getMessage(count)), feed, folder, steps));
      }
    }
  }

  private List<PartFile> read(MailboxMessage mail, Feed feed, Path folder, ProbeSteps steps)
      throws MessagingException, IOException {
    steps.saw("the newest is [%s]".formatted(mail.subject()));
    MailSource source = feed.mail().orElseThrow();
    Optional<NoticeKind> objection = MailReceiver.objection(mail, source);
    if (objection.isPresent()) {
      steps.failed(objection.get().about(mail.shown(), mail.senders()).english());
      return List.of();
    }
    if (formats.find(feed.format()).filter(Format::readsWholeMails).isPresent()) {
      steps.saw("fetched it whole: its text is what is read");
      return List.of(whole(mail, folder));
    }
    List<PartFile> parts = new ArrayList<>();
    try (MailCopy copy = MailCopy.of(mail.message(), mail.subject(), MailCopy.most(limits))) {
      Attachments attachments = Attachments.of(copy.mail());
      for (Attachment attachment : attachments.vacancies()) {
        try (InputStream content = new MailStream(attachment)) {
          parts.add(
              BoundedCopy.of(content, attachment.name(), folder, limits.attachment().toBytes()));
        }
        steps.saw("fetched its attachment " + attachment.name());
      }
      if (parts.isEmpty()) {
        String others = MailNotices.list(attachments.others());
        steps.failed(MailNotices.nothingIn(attachments).about(mail.shown(), others).english());
      }
    }
    return parts;
  }

  private PartFile whole(MailboxMessage mail, Path folder) throws MessagingException, IOException {
    long most = limits.attachment().toBytes();
    try (InputStream content = RawMail.open(mail.message(), most)) {
      return BoundedCopy.of(content, mail.subject(), folder, most);
    }
  }

  private static String scheme(MailSource source) {
    return source.tls() ? "imaps" : "imap";
  }

  /** As {@code routes/mail-feed} has them. */
  private Properties settings(MailSource source) {
    String prefix = "mail." + scheme(source) + ".";
    Properties settings = new Properties();
    settings.setProperty(prefix + "connectiontimeout", "15000");
    settings.setProperty(prefix + "timeout", "30000");
    settings.setProperty(prefix + "writetimeout", "30000");
    settings.setProperty(prefix + "peek", "true");
    settings.setProperty(prefix + "ssl.checkserveridentity", "true");
    settings.setProperty(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
    // What this factory refuses is not tried once more with another.
    settings.setProperty(prefix + "socketFactory.fallback", "false");
    settings.put(prefix + "ssl.socketFactory", tls.context(source.trust()).getSocketFactory());
    settings.setProperty("mail.mime.address.strict", "false");
    return settings;
  }
}
