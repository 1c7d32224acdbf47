package norrhub.partner;

import java.util.List;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.Doc;
import norrhub.config.Matches;
import norrhub.config.Range;
import norrhub.config.Secret;

/** A mailbox, read by IMAP, to which a partner mails its vacancies as attachments. */
public record MailSource(
    @Doc("Name or address of our mail server") @Matches(value = Hosts.NAME, wants = Hosts.WANTS)
        String host,
    @Doc("Its port for IMAP") @Default("993") @Range(min = 1, max = 65535) int port,
    @Doc("Encrypted from the first byte; false only towards this machine") @Default("true")
        boolean tls,
    @Doc(
            "SSL bundle of config/application.yaml that the server's certificate is checked against, for"
                + " a server with a CA of its own")
        @Matches(value = Partner.WORD, wants = "the name of an SSL bundle, such as partner-ca")
        Optional<String> trust,
    @Doc("Our account there") String user,
    @Doc("The account's password") Secret password,
    @Doc("The folder that is polled") @Default("INBOX") String folder,
    @Doc("Whose mails are read: addresses, or @domain for all of a domain")
        @Range(min = 1, max = 100)
        @Matches(
            value = "[^@\\s]*@[^@\\s]+\\.[^@\\s]+",
            wants = "an address such as hr@example.org, or a domain such as @example.org")
        List<String> senders,
    @Doc(
            "The name by which our mail server goes in the header Authentication-Results, such as"
                + " mx.example.org. Only mails are read then that it found to be from their sender")
        @Matches(value = Hosts.NAME, wants = "a server's name such as mx.example.org")
        Optional<String> authenticatedBy,
    @Doc("Folder for mails that were read") @Default("done") String done,
    @Doc("Folder for mails that were not") @Default("refused") String refused,
    @Doc("A mail that cannot be read is refused after so many tries")
        @Default("3")
        @Range(min = 1, max = 100)
        int tries,
    @Doc("Times for a server that is slow") @Default("{}") MailOptions options) {

  static final String ANYBODY_CAN_SEND =
      "without `authenticatedBy` anybody who writes one of the `senders` into a mail is believed:"
          + " give the name by which our mail server goes in the header Authentication-Results";

  public MailSource {
    senders = List.copyOf(senders);
    if (!tls && !Hosts.isThisMachine(host)) {
      throw new IllegalArgumentException(
          "`tls` may be false only towards this machine: the password would go in the clear");
    }
  }
}
