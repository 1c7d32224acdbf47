package norrhub.sandbox;

import static norrhub.sandbox.Ports.Listener.ATS;
import static norrhub.sandbox.Ports.Listener.BROKER;
import static norrhub.sandbox.Ports.Listener.IMAP;
import static norrhub.sandbox.Ports.Listener.MANAGEMENT;
import static norrhub.sandbox.Ports.Listener.SFTP;
import static norrhub.sandbox.Ports.Listener.SMTP;
import static norrhub.sandbox.Ports.Listener.WEB;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import norrhub.Norrhub;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The hub with stand-in partners, on the campaign's own configuration: {@code mvn
 * spring-boot:test-run}.
 *
 * <p>All it keeps is in one folder, and survives a {@code kill -9}. The partners send by themselves
 * at the first start only; what a person sends later stays.
 */
public final class Sandbox implements AutoCloseable {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  private final Path folder;
  private final Ports ports;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  Sandbox(Path folder, Ports ports) {
    this.folder = folder;
    this.ports = ports;
  }

  public static void main(String[] args) {
    LoggingSystem.get(Sandbox.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
    Sandbox sandbox = new Sandbox(Path.of("target/sandbox"), Ports.of(args));
    // They run when the hub has stopped; Ctrl-C comes here too.
    SpringApplication.getShutdownHandlers().add(sandbox::close);
    // Maven killed for good takes the sandbox along.
    ProcessHandle.current().parent().ifPresent(p -> p.onExit().thenRun(() -> System.exit(0)));
    try {
      System.out.println(sandbox.start().text());
    } catch (CannotStart e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  /** Returns when all that the partners send by themselves is in. */
  Greeting start() throws Exception {
    Files.createDirectories(folder);
    open.push(SandboxLock.take(folder));
    ports.check();
    System.out.println("Norrhub's sandbox is starting; the first time takes half a minute …");

    PostgresStandIn postgres = opened(new PostgresStandIn(folder.resolve("postgres")));
    Path drop = folder.resolve("region-norrbotten");
    SftpStandIn sftp =
        opened(new SftpStandIn(drop, folder.resolve("sftp"), "region-norrbotten", ports.of(SFTP)));
    Path jobs = folder.resolve("stegra/jobs.json");
    AtsStandIn ats = opened(new AtsStandIn(jobs, 6, ports.of(ATS)));
    MailStandIn mail =
        opened(
            new MailStandIn(
                "skelleftea-kraft", "jobb@norrhub.example", ports.of(IMAP), ports.of(SMTP)));
    Path events = folder.resolve("matching/events.jsonl");
    opened(new MatchingStandIn(events, ports.of(BROKER)));

    FirstDay first = new FirstDay(folder, new Seeds(LocalDate.now(STOCKHOLM)));
    first.begin(drop, jobs, mail);
    ConfigurableApplicationContext hub =
        opened(
            new SpringApplicationBuilder(Norrhub.class)
                .run(settings(postgres, sftp, ats, mail).toArray(String[]::new)));
    Arrivals arrivals = new Arrivals(hub, ports.of(WEB));
    if (!first.isOver() && arrivals.await()) {
      first.end();
    }
    return new Greeting()
        .about("table", arrivals.table())
        .about("web", ports.of(WEB))
        .about("management", ports.of(MANAGEMENT))
        .about("events", events)
        .about("try", first.folder())
        .about("sftp", sftp.port())
        .about("key", sftp.clientKey())
        .about("knownHosts", sftp.knownHosts())
        .about("jobs", jobs)
        .about("smtp", mail.smtpPort())
        .about("mailbox", mail.address())
        .about("folder", folder);
  }

  Ports ports() {
    return ports;
  }

  private List<String> settings(
      PostgresStandIn postgres, SftpStandIn sftp, AtsStandIn ats, MailStandIn mail) {
    return List.of(
        "--norrhub.home.data=" + folder.resolve("data"),
        "--spring.datasource.url=" + postgres.jdbcUrl(),
        "--spring.datasource.username=" + PostgresStandIn.USER,
        "--server.port=" + ports.of(WEB),
        "--management.server.port=" + ports.of(MANAGEMENT),
        "--norrhub.broker.acceptor.port=" + ports.of(BROKER),
        "--norrhub.broker.acceptor.user=" + MatchingStandIn.USER,
        "--norrhub.broker.acceptor.password=" + MatchingStandIn.PASSWORD,
        "--logging.level.org.apache.sshd=error",
        "--norrhub.pace.poll-at-most=2s",
        "--norrhub.pace.settle-at-most=1s",
        "--norrhub.pace.publish-at-most=3s",
        "--REGION_NORRBOTTEN_SFTP_HOST=127.0.0.1",
        "--REGION_NORRBOTTEN_SFTP_PORT=" + sftp.port(),
        "--REGION_NORRBOTTEN_SFTP_HOST_KEY=" + sftp.hostKey(),
        "--REGION_NORRBOTTEN_SFTP_PASSWORD=" + SftpStandIn.PASSWORD,
        "--STEGRA_FEED_URL=" + ats.url(),
        "--SKELLEFTEA_KRAFT_IMAP_HOST=127.0.0.1",
        "--SKELLEFTEA_KRAFT_IMAP_PORT=" + mail.imapPort(),
        "--SKELLEFTEA_KRAFT_IMAP_TLS=false",
        "--SKELLEFTEA_KRAFT_IMAP_PASSWORD=" + MailStandIn.PASSWORD);
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  /** The last opened goes first: the hub before those it talks to. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        System.err.println("did not stop well: " + e);
      }
    }
  }
}
