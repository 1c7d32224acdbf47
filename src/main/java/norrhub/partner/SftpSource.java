package norrhub.partner;

import java.time.Duration;
import java.util.Optional;
import norrhub.config.Secret;

/**
 * A directory on an SFTP server.
 *
 * @param hostKey the server's public key as in known_hosts, such as {@code ssh-ed25519 AAAA…}
 * @param privateKey the whole OpenSSH or PEM text; exactly one of it and {@code password}
 * @param files names to take, such as {@code *.xml}
 * @param settle a file is taken once it has rested so long
 * @param doneFile a file is taken once this one lies beside it, such as {@code ${file}.done}
 */
public record SftpSource(
    String host,
    int port,
    String hostKey,
    String user,
    Optional<Secret> password,
    Optional<Secret> privateKey,
    String directory,
    String files,
    Duration settle,
    Optional<String> doneFile,
    After after) {}
