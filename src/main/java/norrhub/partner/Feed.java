package norrhub.partner;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One stream of vacancies of one partner. Exactly one of {@code sftp}, {@code rest} and {@code
 * mail} is there.
 *
 * @param id unique among all partners; lower case with hyphens
 * @param format folder under config/formats
 * @param every the time between two polls
 */
public record Feed(
    String id,
    String format,
    SpeaksFor speaksFor,
    Duration every,
    Expects expects,
    Optional<SftpSource> sftp,
    Optional<RestSource> rest,
    Optional<MailSource> mail) {

  /** The transport's name: sftp, rest or mail. */
  public String transport() {
    return Stream.of(sftp.map(s -> "sftp"), rest.map(r -> "rest"), mail.map(m -> "mail"))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }
}
