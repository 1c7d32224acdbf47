package norrhub.sandbox;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.FileName;
import norrhub.config.OneOf;

/**
 * How the sandbox plays one partner's system: {@code <partner>.yaml} beside the file with its
 * vacancies, in this package's resources. Exactly one of {@code web}, {@code sftp}, {@code mail},
 * {@code ftps} and {@code push} is there.
 */
@OneOf({"web", "sftp", "mail", "ftps", "push"})
public record StandInFile(
    @FileName String id,
    @JsonPropertyDescription("The name that people know") String name,
    @JsonPropertyDescription("The file with its invented vacancies") String content,
    @JsonPropertyDescription("What that file is written in when it goes out") @Default("UTF-8")
        String charset,
    @JsonPropertyDescription("Its system answers over HTTP") Optional<Web> web,
    @JsonPropertyDescription("It has an SFTP server") Optional<Sftp> sftp,
    @JsonPropertyDescription("It mails to the hub") Optional<Mail> mail,
    @JsonPropertyDescription("It has an FTPS server") Optional<Ftps> ftps,
    @JsonPropertyDescription("It posts to the hub") Optional<Push> push,
    @JsonPropertyDescription(
            "The names that its partner file uses; {url}, {port}, {hostKey}, {password}, {imapPort}, {mailServer}, {certificate} and {key} are filled in")
        Map<String, String> names) {

  public StandInFile {
    names = Map.copyOf(names);
  }

  Charset encoding() {
    return Charset.forName(charset);
  }

  /** The usual port of its server; those who mail have none. */
  Optional<Integer> port() {
    return web.map(Web::port).or(() -> sftp.map(Sftp::port)).or(() -> ftps.map(Ftps::port));
  }

  /**
   * A system that answers over HTTP.
   *
   * @param system the class in this package that knows how: a {@link WebSystem}
   */
  public record Web(
      @JsonPropertyDescription("Its usual port") int port,
      @JsonPropertyDescription("Which kind of system") String system,
      @JsonPropertyDescription("Where the list is") String path,
      @JsonPropertyDescription("Headers without which it answers 401") @Default("{}")
          Map<String, String> headers,
      @JsonPropertyDescription("Which request of a run is answered with 429 and Retry-After")
          @Default("0")
          int busyAt) {
    public Web {
      headers = Map.copyOf(headers);
    }
  }

  /** An SFTP server. */
  public record Sftp(@JsonPropertyDescription("Its usual port") int port) {}

  /** An FTPS server. */
  public record Ftps(@JsonPropertyDescription("Its usual port") int port) {}

  /** A system that posts its list. */
  public record Push(@JsonPropertyDescription("The feed that it posts for") String feed) {}

  /** A person who mails. */
  public record Mail(
      @JsonPropertyDescription("Who writes") String from,
      @JsonPropertyDescription("The subject") String subject,
      @JsonPropertyDescription("What the attachment is called") String attachment) {}
}
