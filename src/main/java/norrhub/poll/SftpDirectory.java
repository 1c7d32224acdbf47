package norrhub.poll;

import java.util.Optional;

/**
 * The directory of an SFTP feed as its file has it: from the server's root where it begins with a
 * slash, else from the folder in which the account's login ends.
 *
 * <p>Camel takes both for the second.
 */
public record SftpDirectory(String written) {

  boolean isAbsolute() {
    return written.startsWith("/");
  }

  /** What stands in Camel's address behind the slash that ends the port. */
  public String address() {
    String path = plain();
    return isAbsolute() ? "/" + path : path;
  }

  /** The whole path. */
  public String path(String login) {
    if (isAbsolute()) {
      return address();
    }
    String path = plain();
    return path.isEmpty() ? login : login.replaceAll("/+$", "") + "/" + path;
  }

  /**
   * Why this directory is not polled, where it is not. Where an account is shut up in its folder,
   * that folder is its root, and {@code /} means it; elsewhere {@code /} is the root of the whole
   * server, where a feed's files never lie and no folder of ours may be made.
   */
  public Optional<String> objection(String login) {
    return path(login).equals("/") && !login.equals("/")
        ? Optional.of(
            "`directory: /` is the root of the whole server here, for the account's login folder is"
                + " %s: write `directory: .` for that folder, or the path of the right one"
                    .formatted(login))
        : Optional.empty();
  }

  /** Without the slashes at both ends; a dot is the folder itself. */
  private String plain() {
    String path = written.strip().replaceAll("^/+|/+$", "").replaceAll("^(\\./+)+", "");
    return path.equals(".") ? "" : path;
  }
}
