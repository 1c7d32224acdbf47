package norrhub.faults;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** A partner that mails its list, or what has changed of it, as an attachment. */
final class MailSender implements Sender {
  private static final int MOST_WAITING = 8;

  private final MailServer server;
  private final String feed;
  private final boolean changes;
  private final PartnerList list;
  private int version;

  MailSender(MailServer server, String feed, boolean changes) throws IOException {
    this.server = server;
    this.feed = feed;
    this.changes = changes;
    this.list = new PartnerList(feed, "", feed, false);
    server.open(feed);
  }

  @Override
  public String feed() {
    return feed;
  }

  @Override
  public String configuration() {
    return """
    name: %1$s
    boards: all
    feeds:
      - id: %1$s
        format: csv-vacancies
        speaksFor: %2$s
        every: 1m
        mail:
          host: 127.0.0.1
          port: %3$d
          tls: false
          user: %1$s
          password: ${MAIL_PASSWORD}
          senders: ["@bolaget.example"]
          tries: 2
    """
        .formatted(feed, changes ? "changes" : "feed", server.door().port());
  }

  @Override
  public List<Input> send(Random random) throws IOException, MessagingException {
    List<Input> sent = new ArrayList<>();
    for (int n = 1 + random.nextInt(2); n > 0 && inbox() < MOST_WAITING; n--) {
      List<Ad> changed = list.model().isEmpty() ? list.begin(12) : list.change(random);
      byte[] content = Written.table(changes ? changed : list.whole());
      version++;
      sent.add(mail("hr@bolaget.example", "application/octet-stream", content, false));
    }
    return sent;
  }

  @Override
  public List<Input> sendPoison(Random random) throws IOException, MessagingException {
    byte[] noise = ("\0\1\2\0" + feed + ++version).getBytes(StandardCharsets.UTF_8);
    return List.of(
        switch (random.nextInt(4)) {
          case 0 -> mail("stranger@elsewhere.example", "application/octet-stream", noise, true);
          case 1 -> mail("hr@bolaget.example", "application/octet-stream", noise, true);
          case 2 -> mail("hr@bolaget.example", "application/octet-stream", new byte[0], true);
          default -> unknownEncoding(noise);
        });
  }

  private Input mail(String from, String type, byte[] content, boolean poison)
      throws IOException, MessagingException {
    String base64 =
        Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    return mail(from, type, "base64", base64, content, poison);
  }

  private Input unknownEncoding(byte[] content) throws IOException, MessagingException {
    return mail("hr@bolaget.example", "text/csv", "x-packed", "@@@@", content, true);
  }

  private Input mail(
      String from, String type, String encoding, String body, byte[] content, boolean poison)
      throws IOException, MessagingException {
    String subject = "Lediga jobb " + version;
    server.deliver(
        feed,
        """
        From: %s
        To: %s@norrhub.example
        Subject: %s
        Message-ID: <%s-%d@bolaget.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        Hej! Här kommer veckans lista.
        --b
        Content-Type: %s
        Content-Disposition: attachment; filename="jobb.csv"
        Content-Transfer-Encoding: %s

        %s
        --b--
        """
            .formatted(from, feed, subject, feed, version, type, encoding, body));
    return new Input(feed, feed, version, subject, List.of(Input.hash(content)), poison);
  }

  private int inbox() throws IOException {
    return server.waiting(feed);
  }

  @Override
  public String waiting() throws IOException {
    int mails = inbox();
    return mails == 0 ? "" : feed + ": " + mails + " mails not fetched";
  }

  @Override
  public Collection<PartnerList> lists() {
    return List.of(list);
  }
}
