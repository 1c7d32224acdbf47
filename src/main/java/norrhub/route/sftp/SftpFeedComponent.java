package norrhub.route.sftp;

import java.net.URI;
import java.util.Map;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.util.StringHelper;

/**
 * Camel's SFTP with two differences: a directory that is absolute stays so, and a feed's folder is
 * polled in order, by {@link SftpFeedConsumer}.
 */
@Component("sftp") // by which Camel finds how to set its options
public final class SftpFeedComponent extends SftpComponent {

  /** As Camel's own, which also takes the slash off an absolute directory. */
  @Override
  protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
      String uri, String remaining, Map<String, Object> parameters) throws Exception {
    URI address = new URI(StringHelper.before(uri, "?", uri));
    return new SftpFeedEndpoint(uri, this, new SftpConfiguration(address));
  }
}
