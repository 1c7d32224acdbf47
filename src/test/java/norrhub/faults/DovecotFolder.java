package norrhub.faults;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.springframework.util.FileSystemUtils;

/**
 * What Dovecot keeps: accounts, mails and sockets. It is a folder for temporary files and not the
 * run's: there every user of Dovecot gets in, and the paths are short enough for sockets.
 */
final class DovecotFolder {
  private static final String NO_LOGIN = "dovenull";

  private final Path root;
  private final String user;
  private final String group;
  private final boolean privileged;

  DovecotFolder() throws IOException {
    root = Files.createTempDirectory("norrhub-dovecot");
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    PosixFileAttributes ours = Files.readAttributes(root, PosixFileAttributes.class);
    privileged = Files.getAttribute(root, "unix:uid").equals(0);
    // Dovecot opens no mailbox as root.
    user = privileged ? NO_LOGIN : ours.owner().getName();
    group = privileged ? NO_LOGIN : ours.group().getName();
    Files.createDirectory(root.resolve("mail"));
    Files.createFile(accounts());
  }

  Maildir maildir(String account) throws IOException {
    UserPrincipal owner =
        FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(user);
    return new Maildir(root.resolve("mail").resolve(account), owner);
  }

  Path accounts() {
    return root.resolve("accounts");
  }

  /** Without privileges, everything runs as the user who runs us, and nothing can be locked in. */
  String configuration(int port, Path log) {
    String unprivileged =
        """
        default_internal_user = %1$s
        default_internal_group = %2$s
        default_login_user = %1$s
        service anvil {
          chroot =
        }
        """
            .formatted(user, group);
    return """
    protocols = imap
    base_dir = %1$s/sockets
    state_dir = %1$s/sockets
    log_path = %2$s
    ssl = no
    disable_plaintext_auth = no
    first_valid_uid = 1
    mail_location = maildir:%1$s/mail/%%u
    mail_plugins = notify mail_log
    plugin {
      mail_log_events = copy save delete undelete expunge
      mail_log_fields = uid box
    }
    passdb {
      driver = passwd-file
      args = %1$s/accounts
    }
    userdb {
      driver = static
      args = uid=%3$s gid=%4$s home=%1$s/mail/%%u
    }
    service imap-login {
      chroot =
      inet_listener imap {
        address = 127.0.0.1
        port = %5$d
      }
      inet_listener imaps {
        port = 0
      }
    }
    """
            .formatted(root, log, user, group, port)
        + (privileged ? "" : unprivileged);
  }

  void delete() throws IOException {
    FileSystemUtils.deleteRecursively(root);
  }
}
