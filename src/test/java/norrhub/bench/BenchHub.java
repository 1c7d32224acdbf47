package norrhub.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import norrhub.Sample;
import norrhub.TestDatabase;
import norrhub.board.document.Boards;
import norrhub.delivery.DeliveryIntake;
import norrhub.delivery.Incoming;
import norrhub.delivery.archive.Archive;
import norrhub.ingest.Ingest;
import norrhub.partner.Transport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hub without its transports, on an empty database and with one partner. */
final class BenchHub implements AutoCloseable {
  private static final String PARTNER =
      """
      name: Region Norrbotten
      boards: all
      feeds:
        - id: region-norrbotten-jobs
          format: hrxml-platsbanken
          speaksFor: feed
          every: 1m
          sftp: { host: localhost, hostKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4+Q0mKxIqKjcWnYxUBt1wW8VRtCqzrpVnRw5V5C1a, user: norrhub, password: "${PASSWORD}", directory: / }
      """;
  private final ConfigurableApplicationContext context;
  private int deliveries;

  BenchHub(Path home) throws IOException {
    Path config = Files.createDirectories(home.resolve("config"));
    Files.createDirectories(config.resolve("boards"));
    for (String part : List.of("formats", "vocabulary", "boards/campaign.yaml")) {
      Files.createSymbolicLink(config.resolve(part), Path.of("config", part).toAbsolutePath());
    }
    Path partners = Files.createDirectories(config.resolve("partners"));
    Files.writeString(partners.resolve("region-norrbotten.yaml"), PARTNER);
    context =
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            // Only what is asked for is made: no broker, no events.
            .lazyInitialization(true)
            .run(
                "--norrhub.home.config=" + config,
                "--norrhub.home.data=" + home.resolve("data"),
                "--spring.datasource.url=" + TestDatabase.url(),
                "--spring.datasource.username=postgres",
                "--PASSWORD=hemligt");
  }

  /** As the SFTP route does when it has fetched a file: archived, then entered in the ledger. */
  void receive(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var part = context.getBean(Archive.class).keep("jobs.xml", in, Long.MAX_VALUE);
      String identity = "jobs.xml|" + deliveries++;
      context
          .getBean(DeliveryIntake.class)
          .receive(
              new Incoming(
                  "region-norrbotten-jobs",
                  "region-norrbotten",
                  Transport.SFTP,
                  "jobs.xml",
                  identity,
                  List.of(part),
                  context.getBean(Clock.class).instant()));
    }
  }

  void apply() {
    context.getBean(Ingest.class).work();
  }

  void publish() {
    context.getBean(Boards.class).publish();
  }

  /** What became of the last delivery. */
  String outcome() {
    return db().sql("select state || ': ' || outcome from delivery order by number desc limit 1")
        .query(String.class)
        .single();
  }

  /** Does what a server does between two polls, so that no step pays for the one before it. */
  void rest() {
    db().sql("vacuum analyze").update();
    db().sql("checkpoint").update();
  }

  DatabaseWrites writes() {
    return new DatabaseWrites(db());
  }

  JdbcClient db() {
    return context.getBean(JdbcClient.class);
  }

  @Override
  public void close() {
    context.close();
  }

  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
  })
  @ConfigurationPropertiesScan("norrhub")
  @ComponentScan(
      basePackages = {
        "norrhub.config",
        "norrhub.platform",
        "norrhub.vocabulary",
        "norrhub.partner",
        "norrhub.delivery",
        "norrhub.record",
        "norrhub.mapping",
        "norrhub.normalise",
        "norrhub.catalogue",
        "norrhub.ingest",
        "norrhub.board"
      },
      // Other tests' hubs, which lie in the same packages.
      excludeFilters =
          @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Fixture|Test)\\$.*"))
  static class Parts {
    /** Runs from a day on which the generated vacancies are open, whenever this is run. */
    @Bean
    @Primary
    Clock november() {
      Clock clock = Clock.systemUTC();
      return Clock.offset(clock, Duration.between(clock.instant(), Sample.NOON));
    }
  }
}
