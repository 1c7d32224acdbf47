package norrhub.partner;

import java.nio.file.Path;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.config.LoadResult;

/** Sources written as an admin writes them, for tests. */
public final class Sources {
  private static final ConfigFiles FILES = new ConfigFiles(name -> Optional.of("s3cr3t"));

  /** As in a file that has none. */
  public static final SftpOptions SFTP_OPTIONS =
      new SftpOptions(Optional.empty(), Optional.empty(), Optional.empty());

  /** As in a file that has none. */
  public static final MailOptions MAIL_OPTIONS =
      new MailOptions(Optional.empty(), Optional.empty());

  private Sources() {}

  /** What stands under {@code rest:} in a partner file. */
  public static RestSource rest(String yaml) {
    return value(FILES.read(Path.of("rest.yaml"), yaml, RestSource.class));
  }

  /** What stands under {@code sftp:} in a partner file. */
  public static SftpSource sftp(String yaml) {
    return value(FILES.read(Path.of("sftp.yaml"), yaml, SftpSource.class));
  }

  /** What stands under {@code mail:} in a partner file; the password is the given one. */
  public static MailSource mail(String password, String yaml) {
    ConfigFiles files = new ConfigFiles(name -> Optional.of(password));
    return value(files.read(Path.of("mail.yaml"), yaml, MailSource.class));
  }

  private static <T> T value(LoadResult<T> loaded) {
    return loaded.value().orElseThrow(() -> new AssertionError(loaded.faults().toString()));
  }

  /** What is said of a file that holds this under {@code rest:}, in one line. */
  static String faults(String yaml) {
    return FILES.read(Path.of("rest.yaml"), yaml, RestSource.class).faults().toString();
  }
}
