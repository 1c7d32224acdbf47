package norrhub.route;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import norrhub.delivery.Archive;
import norrhub.delivery.ArchivedPart;
import norrhub.delivery.DeliveryDesk;
import norrhub.delivery.Incoming;
import norrhub.delivery.KnownFiles;
import norrhub.delivery.TooLarge;
import norrhub.fetch.Limits;
import norrhub.notice.NoticeKind;
import norrhub.notice.RaisesNotices;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.file.GenericFile;
import org.springframework.stereotype.Component;

/** Takes in the files of SFTP feeds. When it returns, Camel may acknowledge the file. */
@Component("sftpDesk")
public class SftpDesk implements AfterPoll, RaisesNotices {
  private final Archive archive;
  private final DeliveryDesk deliveries;
  private final KnownFiles known;
  private final Polls polls;
  private final Limits limits;
  private final Clock clock;
  private final Map<String, SftpListing> listings = new ConcurrentHashMap<>();

  SftpDesk(
      Archive archive,
      DeliveryDesk deliveries,
      KnownFiles known,
      Polls polls,
      Limits limits,
      Clock clock) {
    this.archive = archive;
    this.deliveries = deliveries;
    this.known = known;
    this.polls = polls;
    this.limits = limits;
    this.clock = clock;
  }

  void open(SftpListing listing) {
    listings.put(listing.feed().id(), listing);
  }

  /** Archives the file and enters it in the ledger. */
  public void receive(
      @ExchangeProperty("feed") String feed,
      @ExchangeProperty(Exchange.FILE_EXCHANGE_FILE) GenericFile<?> file,
      @Body InputStream content)
      throws IOException {
    SftpListing listing =
        Objects.requireNonNull(listings.get(feed), () -> "No SFTP feed is called " + feed);
    try (content) {
      ArchivedPart part = archive.keep(file.getFileNameOnly(), content, limits.file().toBytes());
      if (part.size() != file.getFileLength()) {
        throw new IOException(
            "%s changed while it was read: %,d bytes listed, %,d bytes read; it is read again"
                .formatted(file.getFileNameOnly(), file.getFileLength(), part.size()));
      }
      deliveries.receive(
          new Incoming(
              feed,
              listing.partner().id(),
              "sftp",
              file.getFileNameOnly(),
              SftpListing.identity(file),
              List.of(part),
              clock.instant()));
    } catch (TooLarge e) {
      listing.refuse(file, SftpListing.FILE_TOO_LARGE, Reason.of(e));
      throw e;
    }
  }

  @Override
  public void polled(String feed) {
    SftpListing listing = listings.get(feed);
    if (listing != null) {
      deliveries.sourceHolds(feed, listing.names());
    }
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(SftpListing.UNSAFE_NAME, SftpListing.FILE_TOO_LARGE);
  }

  Instant now() {
    return clock.instant();
  }

  boolean isTooLarge(long size) {
    return size > limits.file().toBytes();
  }

  boolean holds(String feed, String identity) {
    return known.holds(feed, identity);
  }

  void comeBack(String feed, Duration pause) {
    polls.soon(feed, pause);
  }

  void refused(SftpListing listing, String name, NoticeKind why, String value) {
    deliveries.refused(
        listing.feed().id(), listing.partner().id(), name, why, value, clock.instant());
  }
}
