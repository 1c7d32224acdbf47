package norrhub.route.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.ChannelSftp.LsEntry;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import norrhub.delivery.feed.FolderSeen;
import norrhub.fetch.FileNameGlob;
import norrhub.fetch.Limits;
import norrhub.fetch.NaturalOrder;
import norrhub.fetch.SafeFileName;
import norrhub.notice.Printable;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.SftpSource;
import norrhub.partner.Transport;
import norrhub.poll.BoundedCopy;
import norrhub.poll.ConnectionTest;
import norrhub.poll.Fetched;
import norrhub.poll.ProbeSteps;
import norrhub.poll.SftpDirectory;
import norrhub.poll.failure.FailureMessage;
import norrhub.poll.failure.SshFailure;
import norrhub.record.PartFile;
import norrhub.route.ProbeRoute;
import norrhub.route.ProbeRoutes;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.springframework.stereotype.Component;

/**
 * Tries SFTP feeds by a connection of its own, with the settings of their endpoint: a Camel route
 * acknowledges what it has fetched, and a trial must not.
 */
@Component
class SftpConnectionTest implements ConnectionTest {
  /** As polls take them. */
  private static final Comparator<LsEntry> NEWEST_LAST =
      Comparator.<LsEntry>comparingInt(file -> file.getAttrs().getMTime())
          .thenComparing(LsEntry::getFilename, new NaturalOrder());

  private final Limits limits;
  private final ProbeRoutes routes;
  private final SftpTransport transport;

  SftpConnectionTest(Limits limits, ProbeRoutes routes, SftpTransport transport) {
    this.limits = limits;
    this.routes = routes;
    this.transport = transport;
  }

  @Override
  public Transport transport() {
    return Transport.SFTP;
  }

  @Override
  public Fetched fetch(Partner partner, Feed feed, Path target, ProbeSteps steps) throws Exception {
    SftpListing listing = transport.listing(partner, feed);
    try (ProbeRoute route =
        routes.open(transport().template(), feed, beans -> transport.endpoint(beans, listing))) {
      return fetch((SftpEndpoint) route.endpoint(), listing.source(), target, steps);
    }
  }

  private Fetched fetch(SftpEndpoint endpoint, SftpSource source, Path target, ProbeSteps steps)
      throws JSchException, SftpException, IOException {
    String server = "%s:%d as %s".formatted(source.host(), source.port(), source.user());
    Session session = connected(endpoint, server);
    try {
      steps.saw("logged in at %s; the server shows the pinned key".formatted(server));
      ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
      channel.connect(endpoint.getConfiguration().getConnectTimeout());
      SftpDirectory directory = new SftpDirectory(source.directory());
      String login = channel.pwd();
      Optional<String> objection = directory.objection(login);
      if (objection.isPresent()) {
        steps.failed(objection.get());
        return new Fetched(List.of());
      }
      String folder = directory.path(login);
      enter(channel, folder, login, source);
      Optional<LsEntry> wanted = newest(list(channel, folder, source, steps), source, steps);
      return new Fetched(
          wanted.isPresent()
              ? List.of(get(channel, wanted.get(), target, steps))
              : List.<PartFile>of());
    } finally {
      session.disconnect();
    }
  }

  private static Session connected(SftpEndpoint endpoint, String server)
      throws JSchException, IOException {
    try {
      Session session = SftpSession.of(endpoint);
      session.connect(endpoint.getConfiguration().getConnectTimeout());
      return session;
    } catch (JSchException e) {
      Optional<String> sentence = SshFailure.sentence(e);
      if (sentence.isPresent()) {
        throw new IOException(server + ": " + sentence.get());
      }
      throw e;
    }
  }

  private static void enter(ChannelSftp channel, String folder, String login, SftpSource source)
      throws IOException {
    try {
      channel.cd(folder);
    } catch (SftpException e) {
      throw new IOException(
          "the directory %s cannot be opened: %s (`directory: %s`; the login folder is %s)"
              .formatted(folder, FailureMessage.of(e), source.directory(), login),
          e);
    }
  }

  private static List<LsEntry> list(
      ChannelSftp channel, String folder, SftpSource source, ProbeSteps steps)
      throws SftpException {
    List<LsEntry> files = new ArrayList<>();
    channel.ls(
        ".",
        entry -> {
          if (entry.getAttrs().isReg()) {
            files.add(entry);
          }
          return ChannelSftp.LsEntrySelector.CONTINUE;
        });
    FileNameGlob wanted = new FileNameGlob(source.files());
    List<LsEntry> named = files.stream().filter(f -> wanted.matches(f.getFilename())).toList();
    steps.saw(
        "listed %s: %d files, %d of them named %s"
            .formatted(folder, files.size(), named.size(), source.files()));
    others(files, wanted).ifPresent(steps::saw);
    return named;
  }

  /** What the pattern leaves out: a misspelt pattern looks like an empty folder. */
  private static Optional<String> others(List<LsEntry> files, FileNameGlob wanted) {
    List<String> names =
        files.stream()
            .map(LsEntry::getFilename)
            .filter(name -> !wanted.matches(name))
            .sorted(new NaturalOrder())
            .toList();
    FolderSeen seen = FolderSeen.of(names.stream().map(Printable::line).toList(), List.of());
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s left, for `files` does not match: %s%s"
                .formatted(
                    seen.unmatched() == 1 ? "1 file is" : seen.unmatched() + " files are",
                    String.join(", ", seen.unmatchedNames()),
                    seen.unmatched() > seen.unmatchedNames().size() ? ", …" : ""));
  }

  private static Optional<LsEntry> newest(
      List<LsEntry> files, SftpSource source, ProbeSteps steps) {
    Optional<LsEntry> newest =
        files.stream().filter(file -> SafeFileName.is(file.getFilename())).max(NEWEST_LAST);
    if (newest.isEmpty()) {
      steps.saw("nothing lies there that a poll would fetch");
    }
    source
        .doneFile()
        .ifPresent(done -> steps.saw("a poll takes a file only once " + done + " lies beside it"));
    return newest;
  }

  private PartFile get(ChannelSftp channel, LsEntry file, Path folder, ProbeSteps steps)
      throws IOException {
    String name = file.getFilename();
    try (InputStream content = channel.get(name)) {
      PartFile part = BoundedCopy.of(content, name, folder, limits.file().toBytes());
      steps.saw("fetched the newest, %s, %,d bytes".formatted(name, file.getAttrs().getSize()));
      return part;
    } catch (SftpException e) {
      throw new IOException("%s cannot be read: %s".formatted(name, FailureMessage.of(e)), e);
    }
  }
}
