package norrhub.sandbox;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.Doc;
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
    @Doc("The name that people know") String name,
    @Doc("The file with its invented vacancies") String content,
    @Doc("What that file is written in when it goes out") @Default("UTF-8") String charset,
    @Doc("Its system answers over HTTP") Optional<Web> web,
    @Doc("It has an SFTP server") Optional<Sftp> sftp,
    @Doc("It mails to the hub") Optional<Mail> mail,
    @Doc("It has an FTPS server") Optional<Ftps> ftps,
    @Doc("It posts to the hub") Optional<Push> push,
    @Doc(
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
      @Doc("Its usual port") int port,
      @Doc("Which kind of system") String system,
      @Doc("Where the list is") String path,
      @Doc("Headers without which it answers 401") @Default("{}") Map<String, String> headers,
      @Doc("Which request of a run is answered with 429 and Retry-After") @Default("0")
          int busyAt) {
    public Web {
      headers = Map.copyOf(headers);
    }
  }

  /** An SFTP server. */
  public record Sftp(@Doc("Its usual port") int port) {}

  /** An FTPS server. */
  public record Ftps(@Doc("Its usual port") int port) {}

  /** A system that posts its list. */
  public record Push(@Doc("The feed that it posts for") String feed) {}

  /** A person who mails. */
  public record Mail(
      @Doc("Who writes") String from,
      @Doc("The subject") String subject,
      @Doc("What the attachment is called") String attachment) {}
}
