package norrhub.partner;

import java.util.List;
import java.util.Optional;
import norrhub.config.ConfigCheck;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.platform.Changes;
import norrhub.platform.HubDirectories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The partners of this hub, as their files were when they were last read. A bad file sets its
 * partner rejected; the others run.
 */
@Component
public final class Partners implements ConfigCheck {
  private static final Logger LOG = LoggerFactory.getLogger(Partners.class);

  private final HubDirectories home;
  private final ConfigFiles reader;
  private volatile PartnerSnapshot now;
  private volatile List<Fault> remarks;

  public Partners(HubDirectories home, ConfigFiles reader) {
    this.home = home;
    this.reader = reader;
    PartnerFolder folder = new PartnerFolder(home, reader);
    this.now = PartnerSnapshot.read(folder, PartnerSnapshot.NONE);
    this.remarks = folder.remarks();
    tell(folder);
  }

  /** Reads the files again; what {@link #rejected} then names has not changed anything. */
  public synchronized Changes reload() {
    PartnerFolder folder = new PartnerFolder(home, reader);
    PartnerSnapshot before = now;
    now = PartnerSnapshot.read(folder, before);
    remarks = folder.remarks();
    tell(folder);
    return Changes.between(before.partners(), now.partners());
  }

  /** All partners in force, those that are off too, by file name. */
  public List<Partner> all() {
    return List.copyOf(now.partners().values());
  }

  public Optional<Partner> partner(String id) {
    return Optional.ofNullable(now.partners().get(id));
  }

  /** The partner that has this feed. */
  public Optional<Partner> ofFeed(String feed) {
    return Optional.ofNullable(now.byFeed().get(feed));
  }

  public Optional<Feed> feed(String id) {
    return ofFeed(id).stream()
        .flatMap(partner -> partner.feeds().stream())
        .filter(feed -> feed.id().equals(id))
        .findFirst();
  }

  /** The files that are not used. */
  public List<RejectedConfig> rejected() {
    return now.rejected();
  }

  /** What the files that are used say amiss, as they were when they were last read. */
  public List<Fault> remarks() {
    return remarks;
  }

  /** Whose files consent to all boards, those to come too; read afresh, with or without faults. */
  public List<String> onAllBoards() {
    return new PartnerFolder(home, reader)
        .files().stream().filter(PartnerFile::isForAllBoards).map(PartnerFile::id).toList();
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
    now.rejected()
        .forEach(
            rejected -> LOG.error("Partner {} {}", rejected.partner(), rejected.consequence()));
    List<Feed> feeds =
        now.partners().values().stream().flatMap(partner -> partner.feeds().stream()).toList();
    LOG.info(
        "{} partners, {} feeds, {} files rejected",
        now.partners().size(),
        feeds.size(),
        now.rejected().size());
    feeds.stream()
        .filter(feed -> feed.mode() == Mode.TRIAL)
        .forEach(feed -> LOG.info("{} is on trial: nothing of it is published", feed.id()));
  }
}
