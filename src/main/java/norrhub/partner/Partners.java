package norrhub.partner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.config.ConfigCheck;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.config.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The partners of this hub, as their files were at start. A bad file sets its partner aside; the
 * others run.
 */
@Component
public final class Partners implements ConfigCheck {
  private static final Logger LOG = LoggerFactory.getLogger(Partners.class);

  private final Home home;
  private final ConfigFiles reader;
  private final List<Partner> all;
  private final List<SetAside> setAside;
  private final Map<String, Partner> byFeed = new LinkedHashMap<>();

  public Partners(Home home, ConfigFiles reader) {
    this.home = home;
    this.reader = reader;
    PartnerFolder folder = new PartnerFolder(home, reader);
    this.all = folder.files().stream().flatMap(file -> file.partner().stream()).toList();
    this.setAside =
        folder.files().stream()
            .filter(file -> !file.faults().isEmpty())
            .map(file -> new SetAside(file.id(), file.path(), file.faults()))
            .toList();
    all.forEach(partner -> partner.feeds().forEach(feed -> byFeed.put(feed.id(), partner)));
    tell(folder);
  }

  /** All partners whose files are good, those that are off too, by file name. */
  public List<Partner> all() {
    return all;
  }

  public Optional<Partner> partner(String id) {
    return all.stream().filter(partner -> partner.id().equals(id)).findFirst();
  }

  /** The partner that has this feed. */
  public Optional<Partner> ofFeed(String feed) {
    return Optional.ofNullable(byFeed.get(feed));
  }

  public Optional<Feed> feed(String id) {
    return ofFeed(id).stream()
        .flatMap(partner -> partner.feeds().stream())
        .filter(feed -> feed.id().equals(id))
        .findFirst();
  }

  /** The files that are not used. */
  public List<SetAside> setAside() {
    return setAside;
  }

  @Override
  public List<Fault> check() {
    return new PartnerFolder(home, reader).faults();
  }

  @Override
  public List<Fault> warnings() {
    return new PartnerFolder(home, reader).warnings();
  }

  private void tell(PartnerFolder folder) {
    folder.faults().forEach(fault -> LOG.error("{}", fault));
    folder.warnings().forEach(warning -> LOG.warn("{}", warning));
    folder.ignored().forEach(path -> LOG.warn("{} is no partner file: ignored", path));
    setAside.forEach(
        aside -> LOG.error("Partner {} is set aside until its file is mended", aside.partner()));
    List<String> onTrial =
        all.stream()
            .flatMap(partner -> partner.feeds().stream())
            .filter(feed -> feed.mode() == Mode.TRIAL)
            .map(Feed::id)
            .toList();
    LOG.info("{} partners, {} feeds, {} set aside", all.size(), byFeed.size(), setAside.size());
    onTrial.forEach(feed -> LOG.info("{} is on trial: nothing of it is published", feed));
  }
}
