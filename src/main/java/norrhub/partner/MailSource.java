package norrhub.partner;

import java.util.List;
import norrhub.config.Secret;

/**
 * A mailbox to which a partner mails its vacancies as attachments.
 *
 * @param tls off only towards this machine
 * @param senders addresses, or {@code @domain}, whose mails are read
 * @param done folder for mails that were read
 * @param refused folder for mails that were not, after {@code tries}
 */
public record MailSource(
    String host,
    int port,
    boolean tls,
    String user,
    Secret password,
    String folder,
    List<String> senders,
    String done,
    String refused,
    int tries) {
  public MailSource {
    senders = List.copyOf(senders);
  }
}
