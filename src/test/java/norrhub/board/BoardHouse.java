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
import norrhub.catalogue.ChangeLog;
import norrhub.config.ConfigFiles;
import norrhub.config.Home;
import norrhub.config.PublicUrl;
import norrhub.platform.DiskSettings;
import norrhub.platform.DiskWatch;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The beans of this package on a database and a data folder; opened twice it is two hubs. */
final class BoardHouse implements AutoCloseable {
  static final PublicUrl HUB = new PublicUrl(URI.create("https://norrhub.example/"));

  final MutableClock clock = new MutableClock();
  final Map<String, Boolean> consents = new TreeMap<>();
  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  BoardHouse(DataSource database, Path data) {
    this(database, data, new BrokerSettings(null, null, null, null, false));
  }

  BoardHouse(DataSource database, Path data, BrokerSettings broker) {
    // Not closed with this house: the next one goes on with it.
    beans.registerBean(DataSource.class, () -> database, bean -> bean.setDestroyMethodName(""));
    beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
    beans.registerBean(
        DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database));
    beans.registerBean(Home.class, () -> new Home(data, data, data));
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
    beans.register(
        Transactions.class,
        ChangeLog.class,
        PostingLog.class,
        Standing.class,
        Poster.class,
        Shelf.class,
        Publisher.class,
        BoardFeed.class,
        CampaignJson.class,
        EventFormat.class,
        RelayCursor.class,
        BrokerConfiguration.class,
        EventRelay.class);
    beans.refresh();
  }

  <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  /** A public campaign board without any pace. */
  static Board board(String id, Selection select, BoardFormat format) {
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
