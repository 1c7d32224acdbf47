package norrhub.board;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import norrhub.MutableClock;
import norrhub.board.document.BoardPace;
import norrhub.board.document.CampaignJson;
import norrhub.board.document.PublishedDocumentStore;
import norrhub.board.document.Publisher;
import norrhub.board.event.BrokerConfiguration;
import norrhub.board.event.BrokerSettings;
import norrhub.board.event.EventFormat;
import norrhub.board.event.EventRelay;
import norrhub.board.event.RelayCursor;
import norrhub.catalogue.ChangeLog;
import norrhub.config.ConfigFiles;
import norrhub.platform.DiskSettings;
import norrhub.platform.DiskWatch;
import norrhub.platform.HubDirectories;
import norrhub.platform.PublicUrl;
import norrhub.platform.Retention;
import norrhub.platform.RetentionSettings;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The beans of this package on a database and a data folder; opened twice it is two hubs. */
public final class BoardFixture implements AutoCloseable {
  public static final PublicUrl HUB = new PublicUrl(URI.create("https://norrhub.example/"));

  public final MutableClock clock = new MutableClock();
  public final Map<String, Boolean> consents = new TreeMap<>();
  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  public BoardFixture(DataSource database, Path data) {
    this(database, data, new BrokerSettings(null, null, null, null, false));
  }

  public BoardFixture(DataSource database, Path data, BrokerSettings broker) {
    // Not closed with this house: the next one goes on with it.
    beans.registerBean(DataSource.class, () -> database, bean -> bean.setDestroyMethodName(""));
    beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
    beans.registerBean(
        DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database));
    beans.registerBean(HubDirectories.class, () -> new HubDirectories(data, data, data));
    beans.registerBean(DiskSettings.class, () -> new DiskSettings(null, null));
    beans.register(DiskWatch.class);
    beans.registerBean(PublicUrl.class, () -> HUB);
    beans.registerBean(MutableClock.class, () -> clock);
    beans.registerBean(Consents.class, () -> new TestConsents(consents));
    beans.registerBean(BoardFiles.class);
    beans.registerBean(
        ConfigFiles.class, () -> new ConfigFiles(name -> Optional.of("secret of " + name)));
    beans.registerBean(BrokerSettings.class, () -> broker);
    beans.registerBean(BoardPace.class, () -> new BoardPace(null));
    beans.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
    beans.registerBean(RetentionSettings.class, BoardFixture::shortRetention);
    beans.scan("norrhub.catalogue.retention");
    beans.register(
        Retention.class,
        PostingsInUse.class,
        PostingPruning.class,
        TombstonePruning.class,
        RemovedBoardPruning.class,
        Transactions.class,
        ChangeLog.class,
        PostingLog.class,
        CurrentPostings.class,
        PostingUpdater.class,
        PublishedDocumentStore.class,
        Publisher.class,
        BoardFeed.class,
        CampaignJson.class,
        EventFormat.class,
        RelayCursor.class,
        BrokerConfiguration.class,
        EventRelay.class);
    beans.refresh();
  }

  public <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  private static RetentionSettings shortRetention() {
    Duration least = Duration.ofDays(14);
    return new RetentionSettings(least, least, least, least, least, least, least);
  }

  /** Removes all that is past its time, which is two weeks here. */
  void prune() {
    Retention retention = bean(Retention.class);
    for (int run = 0; run < 4; run++) { // what is let go by one run is found by the next
      retention.prune();
    }
  }

  /** A public campaign board without any pace. */
  public static Board board(String id, Selection select, BoardFormat format) {
    return new Board(
        id,
        "Jobba i norr",
        format,
        Access.PUBLIC,
        List.of(),
        Duration.ZERO,
        select,
        List.of(),
        Optional.empty());
  }

  @Override
  public void close() {
    beans.close();
  }

  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}

  /**
   * By partner, or by board and partner where boards differ: {@code north/lkab}. A partner that is
   * not in the map has no readable file.
   */
  private record TestConsents(Map<String, Boolean> byPartner) implements Consents {
    @Override
    public Optional<Boolean> to(String board, String partner) {
      return Optional.ofNullable(byPartner.get(board + "/" + partner))
          .or(() -> Optional.ofNullable(byPartner.get(partner)));
    }

    @Override
    public String fingerprint(String board) {
      return byPartner.toString();
    }
  }
}
