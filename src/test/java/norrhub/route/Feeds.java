package norrhub.route;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.partner.CamelSource;
import norrhub.partner.Expects;
import norrhub.partner.Feed;
import norrhub.partner.MailSource;
import norrhub.partner.Mode;
import norrhub.partner.Partner;
import norrhub.partner.RestSource;
import norrhub.partner.SftpSource;
import norrhub.partner.SpeaksFor;

/** A partner and its feeds, for tests. */
public final class Feeds {
  public static final Partner PARTNER =
      new Partner(
          "kiruna-gruvor",
          "Kiruna Gruvor",
          List.of(),
          Optional.empty(),
          ZoneId.of("Europe/Stockholm"),
          "sv",
          "kiruna-gruvor",
          Optional.empty(),
          List.of());

  private Feeds() {}

  public static Feed sftp(String id, SftpSource source) {
    return feed(id, "any", SpeaksFor.FEED, Optional.of(source), Optional.empty(), Optional.empty());
  }

  public static Feed sftp(String id, SpeaksFor speaksFor, SftpSource source) {
    return feed(id, "any", speaksFor, Optional.of(source), Optional.empty(), Optional.empty());
  }

  public static Feed rest(String id, RestSource source) {
    return feed(id, "any", SpeaksFor.FEED, Optional.empty(), Optional.of(source), Optional.empty());
  }

  public static Feed rest(String id, String format, RestSource source) {
    return feed(
        id, format, SpeaksFor.FEED, Optional.empty(), Optional.of(source), Optional.empty());
  }

  static Feed changes(String id, RestSource source) {
    return feed(
        id, "any", SpeaksFor.CHANGES, Optional.empty(), Optional.of(source), Optional.empty());
  }

  public static Feed mail(String id, MailSource source) {
    return mail(id, "any", source);
  }

  public static Feed mail(String id, String format, MailSource source) {
    return feed(
        id, format, SpeaksFor.FEED, Optional.empty(), Optional.empty(), Optional.of(source));
  }

  static Feed camel(String id, CamelSource source) {
    return new Feed(
        id,
        "hrxml-platsbanken",
        SpeaksFor.FEED,
        Mode.LIVE,
        Duration.ofMinutes(1),
        new Expects(1, 30),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(source));
  }

  private static Feed feed(
      String id,
      String format,
      SpeaksFor speaksFor,
      Optional<SftpSource> sftp,
      Optional<RestSource> rest,
      Optional<MailSource> mail) {
    return new Feed(
        id,
        format,
        speaksFor,
        Mode.LIVE,
        Duration.ofMinutes(1),
        new Expects(1, 30),
        Map.of(),
        Optional.empty(),
        sftp,
        rest,
        mail,
        Optional.empty());
  }
}
