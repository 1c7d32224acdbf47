package norrhub.route.sftp;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;

/** Sessions as Camel makes them for polls. */
final class SftpSession extends SftpOperations {
  private SftpSession(SftpEndpoint endpoint) {
    setEndpoint(endpoint);
  }

  /** A session that is not connected yet. */
  static Session of(SftpEndpoint endpoint) throws JSchException {
    Session session = new SftpSession(endpoint).createSession(endpoint.getConfiguration());
    // Asked by Camel's own, a server that refuses the password would get it five times more.
    session.setUserInfo(null);
    String password = endpoint.getConfiguration().getPassword();
    if (password != null) {
      session.setPassword(password);
    }
    return session;
  }
}
