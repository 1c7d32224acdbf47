package norrhub.route.sftp;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import norrhub.config.Secret;
import norrhub.fetch.PollTuning;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.SftpSource;
import norrhub.partner.Transport;
import norrhub.poll.SftpDirectory;
import norrhub.route.FeedBeans;
import norrhub.route.FeedTransport;
import org.springframework.stereotype.Component;

/** SFTP feeds as routes of {@code sftp-feed}. */
@Component
class SftpTransport implements FeedTransport {
  private static final int USUAL_PORT = 22;

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
    SftpSource source = feed.sftp().orElseThrow();
    SftpListing listing = new SftpListing(partner, feed, source, tuning.settle(source), receiver);
    receiver.open(listing);
    Map<String, Object> all = new HashMap<>();
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

  /** The pinned key as a line of known_hosts. */
  static String knownHosts(SftpSource source) {
    String host =
        source.port() == USUAL_PORT
            ? source.host()
            : "[%s]:%d".formatted(source.host(), source.port());
    return host + " " + source.hostKey().strip() + "\n";
  }

  /** The server is asked for the kind of key that is pinned, for it may have several. */
  static String algorithms(String hostKey) {
    String kind = hostKey.strip().split("\\s+", 2)[0];
    return kind.equals("ssh-rsa") ? "rsa-sha2-512,rsa-sha2-256" : kind;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
