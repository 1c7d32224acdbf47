package norrhub.route;

import java.util.Map;
import norrhub.partner.Feed;
import norrhub.partner.MailOptions;
import norrhub.partner.MailSource;
import norrhub.partner.Partner;
import norrhub.partner.Transport;
import norrhub.poll.MailMoves;
import norrhub.poll.PollSchedule;
import norrhub.record.mail.LenientMail;
import org.springframework.stereotype.Component;

/** Mail feeds as routes of {@code mail-feed}. */
@Component
class MailTransport implements FeedTransport {
  static {
    // Before a route of its own, or a trial, loads the first class that parses mails.
    LenientMail.enable();
  }

  private final FeedTls tls;
  private final PollSchedule polls;
  private final MailMoves moves;

  MailTransport(FeedTls tls, PollSchedule polls, MailMoves moves) {
    this.tls = tls;
    this.polls = polls;
    this.moves = moves;
  }

  @Override
  public Transport transport() {
    return Transport.MAIL;
  }

  @Override
  public Map<String, Object> parameters(FeedBeans beans, Partner partner, Feed feed) {
    MailSource source = feed.mail().orElseThrow();
    Map<String, Object> all = options(source.options()).parameters();
    all.put("scheme", source.tls() ? "imaps" : "imap");
    all.put("host", source.host());
    all.put("port", source.port());
    all.put("user", source.user());
    all.put("password", beans.bind("password", source.password().value()));
    all.put("folder", source.folder());
    all.put("tls", beans.bind("tls", tls.of(source.trust())));
    all.put("unmoved", beans.bind("unmoved", new UnmovedMails(feed.id(), moves)));
    all.put("afterMails", beans.bind("after-mails", new AfterMails(feed.id(), polls, moves)));
    return all;
  }

  private static FeedOptions options(MailOptions options) {
    return new FeedOptions()
        .with("connectionTimeout", options.connectionTimeout())
        .with("readTimeout", options.readTimeout());
  }
}
