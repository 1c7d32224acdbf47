package norrhub.route;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.ChannelSftp.LsEntry;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import norrhub.admin.Fetched;
import norrhub.admin.TrialSteps;
import norrhub.config.Secret;
import norrhub.fetch.Limits;
import norrhub.fetch.NamePattern;
import norrhub.fetch.SafeName;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.SftpSource;
import norrhub.record.PartFile;
import org.springframework.stereotype.Component;

/**
 * Tries SFTP feeds by a connection of its own: a Camel route acknowledges what it has fetched, and
 * a trial must not.
 */
@Component
class SftpTrial implements SourceTrial {
  private static final int CONNECT = 10_000;
  private static final int ANSWER = 60_000;

  private final Limits limits;

  SftpTrial(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String transport() {
    return "sftp";
  }

  @Override
  public Fetched fetch(Partner partner, Feed feed, Path folder, TrialSteps steps)
      throws JSchException, SftpException, IOException {
    SftpSource source = feed.sftp().orElseThrow();
    Session session = session(source);
    try {
      session.connect(CONNECT);
      steps.saw(
          "logged in at %s:%d as %s; the server shows the pinned key"
              .formatted(source.host(), source.port(), source.user()));
      ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
      channel.connect(CONNECT);
      String directory = SftpTransport.belowLogin(source.directory());
      if (!directory.isEmpty()) {
        channel.cd(directory);
      }
      Optional<LsEntry> wanted = newest(list(channel, source, steps), source, steps);
      return new Fetched(
          wanted.isPresent()
              ? List.of(get(channel, wanted.get(), folder, steps))
              : List.<PartFile>of());
    } finally {
      session.disconnect();
    }
  }

  private static Session session(SftpSource source) throws JSchException {
    JSch jsch = new JSch();
    jsch.setKnownHosts(new ByteArrayInputStream(bytes(SftpTransport.knownHosts(source))));
    Session session = jsch.getSession(source.user(), source.host(), source.port());
    session.setConfig("StrictHostKeyChecking", "yes");
    session.setConfig("server_host_key", SftpTransport.algorithms(source.hostKey()));
    session.setTimeout(ANSWER);
    if (source.privateKey().isPresent()) {
      jsch.addIdentity("our key", bytes(source.privateKey().get().value()), null, null);
      session.setConfig("PreferredAuthentications", "publickey");
    } else {
      session.setConfig("PreferredAuthentications", "password,keyboard-interactive");
      session.setPassword(source.password().map(Secret::value).orElseThrow());
    }
    return session;
  }

  private static List<LsEntry> list(ChannelSftp channel, SftpSource source, TrialSteps steps)
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
    NamePattern wanted = new NamePattern(source.files());
    List<LsEntry> named = files.stream().filter(f -> wanted.matches(f.getFilename())).toList();
    steps.saw(
        "listed %s: %d files, %d of them named %s"
            .formatted(source.directory(), files.size(), named.size(), source.files()));
    return named;
  }

  private static Optional<LsEntry> newest(
      List<LsEntry> files, SftpSource source, TrialSteps steps) {
    Optional<LsEntry> newest =
        files.stream()
            .filter(file -> SafeName.is(file.getFilename()))
            .max(Comparator.comparingInt(file -> file.getAttrs().getMTime()));
    if (newest.isEmpty()) {
      steps.saw("nothing lies there that a poll would fetch");
    }
    source
        .doneFile()
        .ifPresent(done -> steps.saw("a poll takes a file only once " + done + " lies beside it"));
    return newest;
  }

  private PartFile get(ChannelSftp channel, LsEntry file, Path folder, TrialSteps steps)
      throws SftpException, IOException {
    String name = file.getFilename();
    try (InputStream content = channel.get(name)) {
      PartFile part = BoundedCopy.of(content, name, folder, limits.file().toBytes());
      steps.saw("fetched the newest, %s, %,d bytes".formatted(name, file.getAttrs().getSize()));
      return part;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
