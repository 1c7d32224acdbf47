package norrhub.route.sftp;

import org.apache.camel.Processor;
import org.apache.camel.component.file.remote.RemoteFileConsumer;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/** A folder on an SFTP server; one that has a {@link SftpListing} is a feed's. */
final class SftpFeedEndpoint extends SftpEndpoint {

  SftpFeedEndpoint(String uri, SftpFeedComponent component, SftpConfiguration configuration) {
    super(uri, component, configuration);
  }

  @Override
  protected RemoteFileConsumer<SftpRemoteFile> buildConsumer(Processor processor) {
    // The option is typed for any file; a route of ours may poll without a feed.
    Object filter = getFilter();
    return filter instanceof SftpListing listing
        ? new SftpFeedConsumer(
            this, processor, createRemoteFileOperations(), createGenericFileStrategy(), listing)
        : super.buildConsumer(processor);
  }
}
