package norrhub.route.sftp;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import norrhub.config.Secret;
import norrhub.fetch.PollTuning;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.SftpOptions;
import norrhub.partner.SftpSource;
import norrhub.partner.Transport;
import norrhub.poll.SftpDirectory;
import norrhub.route.FeedBeans;
import norrhub.route.FeedOptions;
import norrhub.route.FeedTransport;
import org.springframework.stereotype.Component;

/** SFTP feeds as routes of {@code sftp-feed}. */
@Component
class SftpTransport implements FeedTransport {
  private static final int USUAL_PORT = 22;

  /** So many times as long as its `serverAliveInterval` the template waits for a silent server. */
  private static final int ALIVE_CALLS = 4;

  private final SftpFileReceiver receiver;
  private final PollTuning tuning;

  SftpTransport(SftpFileReceiver receiver, PollTuning tuning) {
    this.receiver = receiver;
    this.tuning = tuning;
  }

  @Override
  public Transport transport() {
    return Transport.SFTP;
  }

  @Override
  public Map<String, Object> parameters(FeedBeans beans, Partner partner, Feed feed) {
    SftpListing listing = listing(partner, feed);
    receiver.open(listing);
    return endpoint(beans, listing);
  }

  SftpListing listing(Partner partner, Feed feed) {
    SftpSource source = feed.sftp().orElseThrow();
    return new SftpListing(partner, feed, source, tuning.settle(source), receiver);
  }

  /** The parameters of an endpoint that lists a folder, be it a feed's own or that of a test. */
  Map<String, Object> endpoint(FeedBeans beans, SftpListing listing) {
    SftpSource source = listing.source();
    Map<String, Object> all = options(source.options()).parameters();
    all.put("host", source.host());
    all.put("port", source.port());
    all.put("directory", new SftpDirectory(source.directory()).address());
    all.put("user", source.user());
    all.put("listing", beans.bind("listing", listing));
    all.put("knownHosts", beans.bind("known-hosts", bytes(knownHosts(source))));
    all.put("hostKeyAlgorithms", algorithms(source.hostKey()));
    source
        .password()
        .map(Secret::value)
        .ifPresent(
            password -> {
              all.put("password", beans.bind("password", password));
              all.put("authentications", "password,keyboard-interactive");
            });
    source
        .privateKey()
        .map(Secret::value)
        .ifPresent(
            key -> {
              all.put("privateKey", beans.bind("private-key", bytes(key)));
              all.put("authentications", "publickey");
            });
    source
        .doneFile()
        .ifPresent(name -> all.put("doneFile", name.replace("${file}", "${file:name}")));
    return all;
  }

  /** JSch counts in calls that a silent server does not answer, and not in time. */
  private static FeedOptions options(SftpOptions options) {
    return new FeedOptions()
        .with("connectTimeout", options.connectTimeout())
        .with("soTimeout", options.soTimeout())
        .with("serverAliveInterval", options.soTimeout().map(time -> time.dividedBy(ALIVE_CALLS)))
        .with("readLockTimeout", options.readLockTimeout());
  }

  /** The pinned key as a line of known_hosts. */
  private static String knownHosts(SftpSource source) {
    String host =
        source.port() == USUAL_PORT
            ? source.host()
            : "[%s]:%d".formatted(source.host(), source.port());
    return host + " " + source.hostKey().strip() + "\n";
  }

  /** The server is asked for the kind of key that is pinned, for it may have several. */
  private static String algorithms(String hostKey) {
    String kind = hostKey.strip().split("\\s+", 2)[0];
    return kind.equals("ssh-rsa") ? "rsa-sha2-512,rsa-sha2-256" : kind;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
