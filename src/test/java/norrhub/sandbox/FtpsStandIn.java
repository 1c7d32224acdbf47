package norrhub.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import norrhub.TestCa;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.ClearTextPasswordEncryptor;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** A partner's FTPS server: TLS from AUTH TLS on, with a certificate of its own CA. */
public final class FtpsStandIn implements AutoCloseable {
  public static final String USER = "hub";
  public static final String PASSWORD = "ftps-password";

  private final FtpServer server;
  private final Path certificate;
  private final int port;

  /**
   * @param folder what the server shows
   * @param keys where the certificate of its CA lies, for clients
   * @param host the name in its certificate
   */
  public FtpsStandIn(Path folder, Path keys, String host, int port) throws Exception {
    Files.createDirectories(folder);
    Path fresh = Files.createTempDirectory(Files.createDirectories(keys), "ca");
    TestCa ca = new TestCa(fresh);
    this.certificate = Files.writeString(keys.resolve("ca.pem"), ca.certificate());

    SslConfigurationFactory tls = new SslConfigurationFactory();
    tls.setKeystoreFile(ca.server(host, "-1H").toFile());
    tls.setKeystorePassword(TestCa.PASSWORD);
    tls.setKeystoreType("PKCS12");
    ListenerFactory listener = new ListenerFactory();
    listener.setServerAddress("127.0.0.1");
    listener.setPort(port);
    listener.setSslConfiguration(tls.createSslConfiguration());
    FtpServerFactory factory = new FtpServerFactory();
    factory.addListener("default", listener.createListener());
    PropertiesUserManagerFactory users = new PropertiesUserManagerFactory();
    users.setPasswordEncryptor(new ClearTextPasswordEncryptor());
    factory.setUserManager(users.createUserManager());
    BaseUser user = new BaseUser();
    user.setName(USER);
    user.setPassword(PASSWORD);
    user.setHomeDirectory(folder.toAbsolutePath().toString());
    user.setAuthorities(List.of(new WritePermission()));
    factory.getUserManager().save(user);
    this.server = factory.createServer();
    server.start();
    this.port = factory.getListener("default").getPort();
  }

  public int port() {
    return port;
  }

  /** The certificate of its CA, as PEM. */
  public Path certificate() {
    return certificate;
  }

  @Override
  public void close() {
    server.stop();
  }
}
