package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.Matches;
import norrhub.config.Secret;

/** A mailbox, read by IMAP, to which a partner mails its vacancies as attachments. */
public record MailSource(
    @JsonPropertyDescription("Name or address of our mail server")
        @Matches(value = Hosts.NAME, wants = Hosts.WANTS)
        String host,
    @JsonPropertyDescription("Its port for IMAP") @Default("993") @Min(1) @Max(65535) int port,
    @JsonPropertyDescription("Encrypted from the first byte; false only towards this machine")
        @Default("true")
        boolean tls,
    @JsonPropertyDescription(
            "SSL bundle of config/application.yaml that the server's certificate is checked against, for"
                + " a server with a CA of its own")
        @Matches(value = Partner.WORD, wants = "the name of an SSL bundle, such as partner-ca")
        Optional<String> trust,
    @JsonPropertyDescription("Our account there") String user,
    @JsonPropertyDescription("The account's password") Secret password,
    @JsonPropertyDescription("The folder that is polled") @Default("INBOX") String folder,
    @JsonPropertyDescription("Whose mails are read: addresses, or @domain for all of a domain")
        @Size(min = 1, max = 100)
        @Matches(
            value = "[^@\\s]*@[^@\\s]+\\.[^@\\s]+",
            wants = "an address such as hr@example.org, or a domain such as @example.org")
        List<String> senders,
    @JsonPropertyDescription(
            "The name by which our mail server goes in the header Authentication-Results, such as"
                + " mx.example.org. Only mails are read then that it found to be from their sender")
        @Matches(value = Hosts.NAME, wants = "a server's name such as mx.example.org")
        Optional<String> authenticatedBy,
    @JsonPropertyDescription("Folder for mails that were read") @Default("done") String done,
    @JsonPropertyDescription("Folder for mails that were not") @Default("refused") String refused,
    @JsonPropertyDescription("A mail that cannot be read is refused after so many tries")
        @Default("3")
        @Min(1)
        @Max(100)
        int tries,
    @JsonPropertyDescription("Times for a server that is slow") @Default("{}")
        MailOptions options) {

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
