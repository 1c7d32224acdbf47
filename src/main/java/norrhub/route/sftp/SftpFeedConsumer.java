package norrhub.route.sftp;

import java.util.List;
import norrhub.poll.failure.FailureMessage;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpConsumer;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * Polls a feed's folder in order: what came later waits for a file that could not be received,
 * where Camel's own consumer goes on to the next. It also acknowledges by itself, for Camel only
 * logs a move that fails, and fetches the file again at every poll.
 */
public final class SftpFeedConsumer extends SftpConsumer {
  private final SftpListing listing;
  private final SftpAcknowledgement acknowledgement;

  SftpFeedConsumer(
      RemoteFileEndpoint<SftpRemoteFile> endpoint,
      Processor processor,
      RemoteFileOperations<SftpRemoteFile> operations,
      GenericFileProcessStrategy<SftpRemoteFile> strategy,
      SftpListing listing) {
    super(endpoint, processor, operations, strategy);
    this.listing = listing;
    this.acknowledgement = new SftpAcknowledgement(operations, listing);
  }

  @Override
  protected boolean pollDirectory(
      Exchange dynamic, String name, List<GenericFile<SftpRemoteFile>> files, int depth) {
    String folder = listing.begin(operations.getCurrentDirectory());
    try {
      boolean all = super.pollDirectory(dynamic, name, files, depth);
      listing.listed(files.size(), getMaxMessagesPerPoll());
      return all;
    } catch (GenericFileOperationFailedException e) {
      throw new GenericFileOperationFailedException(
          "the directory %s cannot be listed".formatted(folder), e.getCause());
    }
  }

  /**
   * Whatever goes wrong with one file, an exception here would leave the others marked as taken.
   */
  @Override
  protected boolean processExchange(Exchange exchange) {
    GenericFile<?> file = exchange.getProperty(Exchange.FILE_EXCHANGE_FILE, GenericFile.class);
    if (!listing.isTurnOf(file)) {
      return false;
    }
    listing.take(file);
    boolean started = super.processExchange(exchange);
    listing.taken(acknowledgement);
    return started;
  }

  /** What fails before the route has the file: it cannot be opened. */
  @Override
  protected void handleException(String message, Exchange exchange, Throwable failure) {
    listing.failed(FailureMessage.ofServer(failure), true);
    super.handleException(message, exchange, failure);
  }

  /** The connection ends with the poll, but not before the last acknowledgement. */
  @Override
  protected void postPollCheck(int polledMessages) {
    listing.acknowledgeWaiting(acknowledgement);
    disconnect();
  }
}
