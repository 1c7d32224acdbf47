package norrhub.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import norrhub.Sample;
import norrhub.TestDatabase;
import norrhub.catalogue.Change;
import norrhub.catalogue.ChangeLog;
import norrhub.catalogue.HeldMoves;
import norrhub.catalogue.StateTransitions;
import norrhub.catalogue.time.DatabaseTime;
import norrhub.delivery.DeliveryIntake;
import norrhub.delivery.DeliveryRecord;
import norrhub.delivery.DeliveryRecords;
import norrhub.delivery.FeedReport;
import norrhub.delivery.FeedReports;
import norrhub.delivery.Incoming;
import norrhub.delivery.StoredNotice;
import norrhub.delivery.archive.Archive;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.fetch.Limits;
import norrhub.partner.Transport;
import norrhub.platform.DiskSettings;
import norrhub.platform.HubDirectories;
import norrhub.platform.RetentionSettings;
import norrhub.platform.Stopwatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the ledger to the catalogue, all parts real, with one partner who sends tables. */
public final class IngestFixture implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final String url;
  private int sent;

  public IngestFixture(Path home, String feed) throws IOException {
    this(home, feed, TestDatabase.url());
  }

  private IngestFixture(Path home, String feed, String url, String... settings) throws IOException {
    this.url = url;
    Path config = Files.createDirectories(home.resolve("config/partners")).getParent();
    link(config, "formats");
    link(config, "vocabulary");
    Files.writeString(config.resolve("partners/kraftbolaget.yaml"), "name: Kraftbolaget\n" + feed);
    context =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .run(
                Stream.concat(
                        Stream.of(
                            "--norrhub.home.config=" + config,
                            "--norrhub.home.data=" + home.resolve("data"),
                            "--spring.datasource.url=" + url,
                            "--spring.datasource.username=postgres",
                            "--KRAFT_PASSWORD=hemligt"),
                        Stream.of(settings))
                    .toArray(String[]::new));
  }

  /** A hub on a database that somebody else has filled. */
  static IngestFixture on(String url, Path home, String feed) throws IOException {
    return new IngestFixture(home, feed, url);
  }

  /** The same hub after its admin has changed the partner's file. */
  public IngestFixture reopened(Path home, String feed, String... settings) throws IOException {
    close();
    return new IngestFixture(home, feed, url, settings);
  }

  /** The same, and the clocks show what they showed: only the stopwatch begins anew. */
  IngestFixture restarted(Path home, String feed) throws IOException {
    Later before = context.getBean(Later.class);
    IngestFixture fixture = reopened(home, feed);
    Later after = fixture.context.getBean(Later.class);
    after.now = before.now;
    after.database = before.database;
    return fixture;
  }

  private static void link(Path config, String folder) throws IOException {
    Path link = config.resolve(folder);
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, Path.of("config", folder).toAbsolutePath());
    }
  }

  /** A delivery of a table arrives, is applied, and this became of it. */
  public String apply(String csv) throws IOException {
    receive("jobs.csv", csv);
    return work();
  }

  void receive(String name, String csv) throws IOException {
    receive(name, csv, Optional.empty());
  }

  /** A delivery that did not come whole. */
  String applyIncomplete(String csv, String because) throws IOException {
    receive("jobs.csv", csv, Optional.of(because));
    return work();
  }

  /** A delivery of one of several feeds arrives, is applied, and this became of it. */
  String applyOf(String feed, String csv) throws IOException {
    receive(feed, "jobs.csv", csv, Optional.empty());
    return work();
  }

  void receiveOf(String feed, String csv) throws IOException {
    receive(feed, "jobs.csv", csv, Optional.empty());
  }

  private void receive(String name, String csv, Optional<String> incompleteBecause)
      throws IOException {
    receive("kraft-jobs", name, csv, incompleteBecause);
  }

  private void receive(String feed, String name, String csv, Optional<String> incompleteBecause)
      throws IOException {
    var part =
        context
            .getBean(Archive.class)
            .keep(name, new ByteArrayInputStream(csv.getBytes(UTF_8)), 1 << 30);
    context
        .getBean(DeliveryIntake.class)
        .receive(
            new Incoming(
                feed,
                "kraftbolaget",
                Transport.SFTP,
                name,
                name + "|" + sent++,
                List.of(part),
                now(),
                incompleteBecause));
  }

  /** A delivery of a poll arrives, is applied, and this became of it. */
  String polled(List<ArchivedPart> parts) {
    context
        .getBean(DeliveryIntake.class)
        .receive(
            new Incoming(
                "kraft-jobs",
                "kraftbolaget",
                Transport.REST,
                "list",
                "polled " + sent++,
                parts,
                now()));
    return work();
  }

  Archive archive() {
    return context.getBean(Archive.class);
  }

  /** Applies all that waits; returns state and sentence of the last delivery. */
  public String work() {
    context.getBean(Ingest.class).work();
    return db().sql(
            "select state || ': ' || outcome from delivery where state <> 'RECEIVED' order by number desc limit 1")
        .query(String.class)
        .single();
  }

  /** What the clock alone changes. */
  void clock() {
    context.getBean(StateTransitions.class).move();
  }

  /** Whether somebody has to look at the feed. */
  boolean isFailing() {
    return trouble().isPresent();
  }

  /** Why somebody has to look at the feed. */
  Optional<String> trouble() {
    return report().trouble();
  }

  FeedReport report() {
    return context.getBean(FeedReports.class).all().get(0);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public Ingest ingest() {
    return context.getBean(Ingest.class);
  }

  public JdbcClient db() {
    return context.getBean(JdbcClient.class);
  }

  /** What the last delivery says, as it is shown: severity, code, place, key, field, value. */
  List<String> notices() {
    DeliveryRecord last =
        bean(DeliveryRecords.class)
            .find(
                db().sql("select id from delivery order by number desc limit 1")
                    .query(String.class)
                    .single())
            .orElseThrow();
    return bean(StandingNotices.class).with(last).stream().map(IngestFixture::text).toList();
  }

  private static String text(StoredNotice n) {
    String place = n.place().part() + ":" + n.place().line();
    return String.join(" | ", n.severity(), n.code(), place, n.key(), n.field(), n.value());
  }

  /** The whole change log: key, version, state, reason. */
  public List<String> changes() {
    List<Change> changes = context.getBean(ChangeLog.class).after(0, 1_000_000);
    var versions = context.getBean(ChangeLog.class).versions(changes);
    return changes.stream()
        .map(
            c ->
                "%s v%d %s %s"
                    .formatted(
                        versions.get(c).vacancy().sourceKey(), c.version(), c.state(), c.reason()))
        .toList();
  }

  /** Keys and titles of what is open. */
  public List<String> open() {
    List<String> open = new ArrayList<>();
    context
        .getBean(ChangeLog.class)
        .forEachOpen(v -> open.add(v.vacancy().sourceKey() + " " + v.vacancy().title()));
    open.sort(null);
    return open;
  }

  /** Time passes. */
  void later(Duration time) {
    Later clocks = context.getBean(Later.class);
    clocks.now = clocks.now.plus(time);
    clocks.database = clocks.database.plus(time);
    clocks.nanos += time.toNanos();
  }

  /** The hub's clock is set, and no time passes. */
  void leap(Duration by) {
    Later clocks = context.getBean(Later.class);
    clocks.now = clocks.now.plus(by);
  }

  /** The clock of the machine is set on which both the hub and its database run. */
  void leapWithDatabase(Duration by) {
    leap(by);
    Later clocks = context.getBean(Later.class);
    clocks.database = clocks.database.plus(by);
  }

  /** What the clock alone would change, and does not. */
  Optional<HeldMoves> held() {
    return context.getBean(StateTransitions.class).held();
  }

  Instant now() {
    return context.getBean(Later.class).now;
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
  })
  @EnableConfigurationProperties({
    HubDirectories.class,
    ReadingTime.class,
    WorkSettings.class,
    DiskSettings.class,
    Limits.class,
    RetentionSettings.class
  })
  @ComponentScan({
    "norrhub.config",
    "norrhub.platform",
    "norrhub.vocabulary",
    "norrhub.partner",
    "norrhub.delivery",
    "norrhub.record",
    "norrhub.mapping",
    "norrhub.normalise",
    "norrhub.catalogue",
    "norrhub.ingest"
  })
  static class Parts {
    @Bean
    @Primary
    Later later() {
      return new Later();
    }

    @Bean
    @Primary
    DatabaseTime testDatabaseTime(Later later) {
      return () -> later.database;
    }

    @Bean
    @Primary
    Stopwatch testStopwatch(Later later) {
      return () -> later.nanos;
    }
  }

  static final class Later extends Clock {
    private Instant now = Sample.NOON;
    private Instant database = Sample.NOON;
    private long nanos;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
