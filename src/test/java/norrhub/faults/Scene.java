package norrhub.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.FreePort;
import norrhub.sandbox.MatchingStandIn;

/** All that takes part: hubs, PostgreSQL, a broker, the partners and their servers. */
final class Scene implements AutoCloseable {
  private final Path folder;
  private final Database database;
  private final DataFolder data;
  private final Optional<Broker> broker;
  private final SftpServer sftp;
  private final DovecotProgram dovecot = DovecotProgram.find();
  private final Optional<MailServer> mail;
  private final WebSender web;
  private final List<SftpSender> sftpSenders;
  private final List<Sender> senders = new ArrayList<>();
  private final List<Hub> hubs = new ArrayList<>();
  private final MatchingStandIn matching;

  /**
   * @param hubsWanted on one database and one data folder; a hub alone has a broker elsewhere, two
   *     share the embedded one
   */
  Scene(Path folder, int hubsWanted) throws Exception {
    this.folder = folder.toAbsolutePath();
    database = new Database(folder.resolve("postgres"));
    data = new DataFolder(folder.resolve("data"));
    broker = hubsWanted == 1 ? Optional.of(new Broker(folder.resolve("broker"))) : Optional.empty();
    sftp = new SftpServer(folder.resolve("sftp"));
    web = new WebSender("webb", new Taken(database.look(), "webb"));
    sftpSenders =
        List.of(
            new SftpSender(sftp, SftpSender.Kind.FEED, "filer", folder.resolve("beside")),
            new SftpSender(sftp, SftpSender.Kind.CHANGES, "nytt", folder.resolve("beside")),
            new SftpSender(sftp, SftpSender.Kind.FILE, "enheter", folder.resolve("beside")));
    senders.addAll(sftpSenders);
    senders.add(web);
    mail = mailServer(hubsWanted);
    if (mail.isPresent()) {
      senders.add(new MailSender(mail.get(), "post", false));
      senders.add(new MailSender(mail.get(), "postnytt", true));
    }
    writeConfiguration();
    int acceptor = FreePort.next();
    List<String> settings = settings(acceptor);
    for (int n = 1; n <= hubsWanted; n++) {
      hubs.add(new Hub(folder.resolve("hub-" + n + ".log"), settings));
    }
    matching = new MatchingStandIn(events(), broker.map(Broker::port).orElse(acceptor));
  }

  private Optional<MailServer> mailServer(int hubs) throws IOException {
    if (dovecot.file().isPresent()) {
      return Optional.of(new DovecotServer(dovecot, folder.resolve("dovecot")));
    }
    return hubs == 1 ? Optional.of(new GreenMailServer()) : Optional.empty();
  }

  private void writeConfiguration() throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    for (String part : List.of("formats", "vocabulary", "boards")) {
      Files.createSymbolicLink(config.resolve(part), Path.of("config", part).toAbsolutePath());
    }
    Files.createDirectories(config.resolve("partners"));
    for (Sender sender : senders) {
      Files.writeString(
          config.resolve("partners/" + sender.feed() + ".yaml"), sender.configuration());
    }
  }

  private List<String> settings(int acceptor) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--norrhub.home.config=" + folder.resolve("config"),
                "--norrhub.home.routes=" + Path.of("routes").toAbsolutePath(),
                "--norrhub.home.data=" + data.path(),
                "--norrhub.pace.poll-at-most=2s",
                "--norrhub.pace.publish-at-most=1s",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=postgres",
                "--SFTP_PASSWORD=" + SftpServer.PASSWORD,
                "--MAIL_PASSWORD=" + MailServer.PASSWORD));
    settings.addAll(
        broker
            .map(Broker::settings)
            .orElse(
                List.of(
                    "--norrhub.broker.acceptor.port=" + acceptor,
                    "--norrhub.broker.acceptor.user=" + MatchingStandIn.USER,
                    "--norrhub.broker.acceptor.password=" + MatchingStandIn.PASSWORD)));
    return settings;
  }

  Database database() {
    return database;
  }

  DataFolder data() {
    return data;
  }

  Optional<Broker> broker() {
    return broker;
  }

  SftpServer sftp() {
    return sftp;
  }

  List<SftpSender> sftpSenders() {
    return sftpSenders;
  }

  WebSender web() {
    return web;
  }

  Optional<MailServer> mail() {
    return mail;
  }

  /** Why no partner mails; empty where some do. */
  String whyNoMail() {
    return mail.isPresent() ? "" : dovecot.whyNot();
  }

  List<Sender> senders() {
    return senders;
  }

  List<Hub> hubs() {
    return hubs;
  }

  /** Where the matching system writes what it is sent. */
  Path events() {
    return folder.resolve("events.jsonl");
  }

  List<TcpProxy> doors() {
    List<TcpProxy> doors = new ArrayList<>(List.of(database.door(), sftp.door(), web.door()));
    mail.map(MailServer::door).ifPresent(doors::add);
    broker.map(Broker::door).ifPresent(doors::add);
    return doors;
  }

  /** Whatever does not end stops none of the others from ending. */
  @Override
  public void close() throws Exception {
    List<AutoCloseable> all = new ArrayList<>(List.of(matching));
    all.addAll(hubs);
    all.addAll(senders);
    mail.ifPresent(all::add);
    all.add(sftp);
    broker.ifPresent(all::add);
    all.addAll(List.of(data, database));
    Exception first = null;
    for (AutoCloseable each : all) {
      try {
        each.close();
      } catch (Exception e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
