package norrhub.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import norrhub.Norrhub;
import norrhub.record.mail.LenientMail;
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
  private final List<StandInFile> files;
  private final Ports ports;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  Sandbox(Path folder, List<StandInFile> files, Ports ports) {
    this.folder = folder;
    this.files = files;
    this.ports = ports;
  }

  public static void main(String[] args) {
    LenientMail.enable(); // the mail server in here loads the same classes
    LoggingSystem.get(Sandbox.class.getClassLoader()).setLogLevel("ROOT", LogLevel.WARN);
    // Maven killed for good takes the sandbox along.
    ProcessHandle.current().parent().ifPresent(p -> p.onExit().thenRun(() -> System.exit(0)));
    try {
      List<StandInFile> files = StandInFiles.all();
      Sandbox sandbox = new Sandbox(Path.of("target/sandbox"), files, Ports.of(files, args));
      // They run when the hub has stopped; Ctrl-C comes here too.
      SpringApplication.getShutdownHandlers().add(sandbox::close);
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
    MailStandIn mail = opened(new MailStandIn(ports.of(Ports.IMAP), ports.of(Ports.SMTP)));
    StandIns partners = opened(new StandIns(files, folder, ports, mail));
    Path events = folder.resolve("matching/events.jsonl");
    opened(new MatchingStandIn(events, ports.of(Ports.BROKER)));

    FirstDay first = new FirstDay(folder);
    if (!first.isOver()) {
      partners.begin(new Seeds(LocalDate.now(STOCKHOLM)));
    }
    ConfigurableApplicationContext hub =
        opened(
            new SpringApplicationBuilder(Norrhub.class)
                .run(settings(postgres, partners).toArray(String[]::new)));
    if (!first.isOver()) {
      partners.beginWithHub(ports.of(Ports.WEB));
    }
    Arrivals arrivals = new Arrivals(hub, ports.of(Ports.WEB));
    if (!first.isOver() && arrivals.await()) {
      first.end();
    }
    return new Greeting()
        .about("table", arrivals.table())
        .about("shown", arrivals.shown())
        .about("web", ports.of(Ports.WEB))
        .about("management", ports.of(Ports.MANAGEMENT))
        .about("events", Greeting.typed(events))
        .about("try", Greeting.typed(partners.folder()))
        .about("hints", partners.hints().stripTrailing())
        .about("folder", Greeting.typed(folder));
  }

  Ports ports() {
    return ports;
  }

  private List<String> settings(PostgresStandIn postgres, StandIns partners) {
    List<String> own =
        List.of(
            "--norrhub.home.data=" + folder.resolve("data"),
            "--spring.datasource.url=" + postgres.jdbcUrl(),
            "--spring.datasource.username=" + PostgresStandIn.USER,
            "--server.port=" + ports.of(Ports.WEB),
            "--management.server.port=" + ports.of(Ports.MANAGEMENT),
            "--norrhub.broker.acceptor.port=" + ports.of(Ports.BROKER),
            "--norrhub.broker.acceptor.user=" + MatchingStandIn.USER,
            "--norrhub.broker.acceptor.password=" + MatchingStandIn.PASSWORD,
            "--logging.level.org.apache.sshd=error",
            "--norrhub.pace.poll-at-most=2s",
            "--norrhub.pace.settle-at-most=1s",
            "--norrhub.pace.publish-at-most=3s");
    return Stream.concat(own.stream(), partners.settings().stream()).toList();
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
