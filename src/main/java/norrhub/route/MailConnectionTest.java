package norrhub.route;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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
import org.apache.camel.CamelContext;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpoint;
import org.springframework.stereotype.Component;

/**
 * Tries mail feeds by opening the mailbox of their endpoint for reading only: nothing is moved,
 * marked or seen.
 */
@Component
class MailConnectionTest implements ConnectionTest {
  private final Limits limits;
  private final Formats formats;
  private final ProbeRoutes routes;
  private final MailTransport transport;

  MailConnectionTest(Limits limits, Formats formats, ProbeRoutes routes, MailTransport transport) {
    this.routes = routes;
    this.transport = transport;
    this.limits = limits;
    this.formats = formats;
  }

  @Override
  public Transport transport() {
    return Transport.MAIL;
  }

  @Override
  public Fetched fetch(Partner partner, Feed feed, Path folder, ProbeSteps steps) throws Exception {
    try (ProbeRoute route =
        routes.open(
            transport().template(), feed, beans -> transport.parameters(beans, partner, feed))) {
      MailEndpoint mailbox = (MailEndpoint) route.endpoint();
      return fetch(mailbox.getConfiguration(), mailbox.getCamelContext(), feed, folder, steps);
    }
  }

  private Fetched fetch(
      MailConfiguration mailbox, CamelContext camel, Feed feed, Path folder, ProbeSteps steps)
      throws Exception {
    try (Store store =
        Session.getInstance(settings(mailbox, camel)).getStore(mailbox.getProtocol())) {
      store.connect(
          mailbox.getHost(), mailbox.getPort(), mailbox.getUsername(), mailbox.getPassword());
      steps.saw(
          "logged in at %s:%d as %s"
              .formatted(mailbox.getHost(), mailbox.getPort(), mailbox.getUsername()));
      try (Folder mails = store.getFolder(mailbox.getFolderName())) {
        mails.open(Folder.READ_ONLY);
        int count = mails.getMessageCount();
        steps.saw("opened %s: %d mails".formatted(mailbox.getFolderName(), count));
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

  /** Those of a poll, as Camel makes them of the endpoint. */
  private static Properties settings(MailConfiguration mailbox, CamelContext camel)
      throws GeneralSecurityException, IOException {
    String prefix = "mail." + mailbox.getProtocol() + ".";
    Properties settings = new Properties();
    settings.setProperty(
        prefix + "connectiontimeout", Long.toString(mailbox.getConnectionTimeout()));
    settings.setProperty(prefix + "peek", Boolean.toString(mailbox.isPeek()));
    settings.putAll(mailbox.getAdditionalJavaMailProperties());
    // What this factory refuses is not tried once more with another.
    settings.setProperty(prefix + "socketFactory.fallback", "false");
    settings.put(
        prefix + "ssl.socketFactory",
        mailbox.getSslContextParameters().createSSLContext(camel).getSocketFactory());
    return settings;
  }
}
