package norrhub.route.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.delivery.Blocker;
import norrhub.delivery.Blockers;
import norrhub.delivery.DeliveryIntake;
import norrhub.delivery.Incoming;
import norrhub.delivery.KnownFiles;
import norrhub.delivery.Refusal;
import norrhub.delivery.archive.Archive;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.delivery.archive.TooLarge;
import norrhub.delivery.feed.Folders;
import norrhub.fetch.Limits;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import norrhub.partner.Feed;
import norrhub.partner.Transport;
import norrhub.poll.AfterPoll;
import norrhub.poll.BlockedFeed;
import norrhub.poll.ForgetsFeeds;
import norrhub.poll.PollSchedule;
import norrhub.poll.Scope;
import norrhub.poll.SourceStream;
import norrhub.poll.failure.FailureMessage;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.file.GenericFile;
import org.springframework.stereotype.Component;

/** Takes in the files of SFTP feeds, and keeps what polls have to remember of them. */
@Component("sftpFileReceiver")
public class SftpFileReceiver implements AfterPoll, ForgetsFeeds, RaisesNotices {
  private static final String LOST_LOCK =
      "the lock of this poll is lost; the next poll reads the file again";

  private final Archive archive;
  private final DeliveryIntake deliveries;
  private final KnownFiles known;
  private final Blockers blockers;
  private final Folders folders;
  private final PollSchedule polls;
  private final Limits limits;
  private final Clock clock;
  private final Map<String, SftpListing> listings = new ConcurrentHashMap<>();

  SftpFileReceiver(
      Archive archive,
      DeliveryIntake deliveries,
      KnownFiles known,
      Blockers blockers,
      Folders folders,
      PollSchedule polls,
      Limits limits,
      Clock clock) {
    this.archive = archive;
    this.deliveries = deliveries;
    this.known = known;
    this.blockers = blockers;
    this.folders = folders;
    this.polls = polls;
    this.limits = limits;
    this.clock = clock;
  }

  void open(SftpListing listing) {
    listings.put(listing.feed().id(), listing);
  }

  @Override
  public void forget(String feed) {
    listings.remove(feed);
  }

  /** Archives the file and enters it in the ledger. */
  public void receive(
      @ExchangeProperty("feed") String feed,
      @ExchangeProperty(Exchange.FILE_EXCHANGE_FILE) GenericFile<?> file,
      @Body InputStream content)
      throws IOException {
    SftpListing listing =
        Objects.requireNonNull(listings.get(feed), () -> "No SFTP feed is called " + feed);
    var source = new SourceStream(content);
    try (source) {
      ArchivedPart part = archive.keep(file.getFileNameOnly(), source, limits.file().toBytes());
      if (part.size() != file.getFileLength()) {
        source.isToBlame();
        throw new IOException(
            "%s changed while it was read: %,d bytes listed, %,d bytes read"
                .formatted(file.getFileNameOnly(), file.getFileLength(), part.size()));
      }
      enter(listing, file, part);
      listing.received();
    } catch (TooLarge e) {
      listing.refuseTaken(SftpListing.FILE_TOO_LARGE, FailureMessage.of(e));
    } catch (IOException | RuntimeException e) {
      listing.failed(FailureMessage.of(e), source.wasToBlame());
      throw e;
    }
  }

  private void enter(SftpListing listing, GenericFile<?> file, ArchivedPart part)
      throws IOException {
    String feed = listing.feed().id();
    if (!isOurs(listing)) {
      throw new IOException(LOST_LOCK);
    }
    deliveries.receive(
        new Incoming(
            feed,
            listing.partner().id(),
            Transport.SFTP,
            file.getFileNameOnly(),
            SftpListing.identity(file),
            List.of(part),
            clock.instant()));
  }

  @Override
  public void polled(String feed) {
    SftpListing listing = listings.get(feed);
    if (listing == null) {
      return;
    }
    SftpPoll poll = listing.end();
    if (!isOurs(listing)) {
      // Another hub may have received files since that this listing has not: they are not gone.
      polls.retell(feed, poll.trouble().or(() -> Optional.of(LOST_LOCK)));
      return;
    }
    deliveries.sourceHolds(feed, Transport.SFTP, poll.names());
    blockers.keepOnly(feed, poll.outstanding());
    folders.seen(feed, poll.seen());
    polls.retell(feed, poll.trouble());
    listing.complaint().ifPresent(why -> polls.complain(feed, why));
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(
        SftpListing.UNSAFE_NAME, SftpListing.FILE_TOO_LARGE, SftpListing.FILE_UNREADABLE);
  }

  /**
   * Whether this hub is the feed's poller still. Without the lock nothing is entered, and nothing
   * moved or deleted: a file of that name may be another one by now.
   */
  boolean isOurs(SftpListing listing) {
    return polls.isOurs(listing.feed().id());
  }

  Instant now() {
    return clock.instant();
  }

  boolean isTooLarge(long size) {
    return size > limits.file().toBytes();
  }

  KnownFiles.Known known(String feed) {
    return known.of(feed, Transport.SFTP);
  }

  void comeBack(String feed, Duration pause) {
    polls.soon(feed, pause);
  }

  /** Whether something failed before which the file must not be taken. */
  boolean isStopped(SftpListing listing, String name) {
    Feed feed = listing.feed();
    return polls.isStopped(feed.id(), Scope.of(feed, name));
  }

  void stop(SftpListing listing, String name) {
    Feed feed = listing.feed();
    polls.stop(feed.id(), Scope.of(feed, name));
  }

  /**
   * The file's server did not let it be read. What came later waits for it, until it has failed
   * often or long enough to be rejected.
   *
   * @return why the feed is failing; empty where it goes on without the file
   */
  Optional<String> stumbled(SftpListing listing, GenericFile<?> file, String reason) {
    Feed feed = listing.feed();
    String name = file.getFileNameOnly();
    if (!isOurs(listing)) {
      stop(listing, name);
      return Optional.of(LOST_LOCK);
    }
    try {
      Blocker blocker =
          blockers.failed(
              feed.id(),
              name,
              name,
              SftpListing.identity(file),
              reason,
              !polls.isByHand(feed.id()));
      if (!blocker.isOver(Blocker.MOST_TRIES, clock.instant())) {
        stop(listing, name);
        return Optional.of(BlockedFeed.sentence(feed, blocker, Blocker.MOST_TRIES));
      }
      deliveries.refused(
          Refusal.ofBlocker(
              blocker,
              listing.partner().id(),
              Transport.SFTP,
              SftpListing.FILE_UNREADABLE,
              reason,
              clock.instant()));
      blockers.passed(feed.id(), name);
      return Optional.empty();
    } catch (RuntimeException e) {
      // The end of a stage: without the database nothing more is taken, whatever the file is.
      stop(listing, name);
      return Optional.of(FailureMessage.of(e));
    }
  }

  void refused(SftpListing listing, String name, NoticeKind why, String value) {
    deliveries.refused(
        listing.feed().id(), listing.partner().id(), name, why, value, clock.instant());
  }

  void lost(SftpListing listing, String name, NoticeKind why, String value) {
    deliveries.refused(
        Refusal.lost(
            listing.feed().id(),
            listing.partner().id(),
            name,
            why.about(name, value),
            clock.instant()));
  }
}
