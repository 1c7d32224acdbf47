package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.Matches;
import norrhub.config.OneOf;
import norrhub.config.Secret;

/** A directory on an SFTP server. */
@OneOf({"password", "privateKey"})
public record SftpSource(
    @JsonPropertyDescription("Name or address of the server")
        @Matches(value = Hosts.NAME, wants = Hosts.WANTS)
        String host,
    @JsonPropertyDescription("Its port") @Default("22") @Min(1) @Max(65535) int port,
    @JsonPropertyDescription(
            "The server's public key as in known_hosts; ssh-keyscan shows it, the partner confirms it")
        @Matches(value = HostKey.FORM, wants = HostKey.WANTS, example = HostKey.EXAMPLE)
        String hostKey,
    @JsonPropertyDescription("Our account there") String user,
    @JsonPropertyDescription("The account's password; exactly one of it and privateKey")
        Optional<Secret> password,
    @JsonPropertyDescription(
            "The whole OpenSSH or PEM text of our key; exactly one of it and password")
        Optional<Secret> privateKey,
    @JsonPropertyDescription(
            "The directory that is polled; directories below it are not. One that begins with a slash"
                + " counts from the server's root, any other from the folder of the login, which is .")
        String directory,
    @JsonPropertyDescription("Names to take; * and ? stand for other letters")
        @Default("*")
        @Matches(value = "[^/\\\\]+", wants = "a name without directories, such as *.xml")
        String files,
    @JsonPropertyDescription("A file is taken once its size has rested so long") @Default("10s")
        Duration settle,
    @JsonPropertyDescription(
            "A file is taken only once this one lies beside it, such as ${file}.done")
        @Matches(
            value = "[^/\\\\]*\\$\\{file\\}[^/\\\\]*",
            wants = "a name that holds ${file}, such as ${file}.done")
        Optional<String> doneFile,
    @JsonPropertyDescription(
            "What happens to a file there once it is in our archive; leave is for accounts that may"
                + " only read")
        @Default("move")
        After after,
    @JsonPropertyDescription("Times for a server that is slow") @Default("{}")
        SftpOptions options) {

  public SftpSource {
    if (!HostKey.isWhole(hostKey)) {
      throw new IllegalArgumentException(
          "`hostKey` is not a whole key, it was probably cut when it was copied: copy the line that"
              + " ssh-keyscan prints, from the key's kind to its end");
    }
  }
}
