package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.Matches;
import norrhub.config.OneOf;

/**
 * One stream of vacancies of one partner. Exactly one of {@code sftp}, {@code rest}, {@code mail}
 * and {@code camel} is there.
 */
@OneOf({"sftp", "rest", "mail", "camel"})
public record Feed(
    @JsonPropertyDescription(
            "Its name for life, unique among all partners: ledger and log know the feed by it")
        @Matches(value = Partner.WORD, wants = Partner.WORD_WANTS)
        String id,
    @JsonPropertyDescription("How its ATS writes vacancies: a folder under config/formats")
        @Matches(value = Partner.WORD, wants = Partner.WORD_WANTS)
        String format,
    @JsonPropertyDescription(
            "What a delivery says of vacancies it does not hold. feed: they are no longer offered;"
                + " file: those of the same file name are no longer offered; changes: nothing")
        SpeaksFor speaksFor,
    @JsonPropertyDescription(
            "trial: it is fetched, read and answered like any other, and nothing of it is published;"
                + " live: in earnest")
        @Default("live")
        Mode mode,
    @JsonPropertyDescription("The time between two polls")
        @Default("5m")
        @Matches(value = "[1-9]\\d*(s|m|h|d)", wants = "a time of at least 1s: write 90s, 5m or 1h")
        Duration every,
    @JsonPropertyDescription("What is known of its size; a delivery outside it withdraws nothing")
        @Default("{}")
        Expects expects,
    @JsonPropertyDescription(
            "What its format needs to know of it, by the names under needs: in format.yaml")
        Map<String, String> values,
    @JsonPropertyDescription(
            "Where the work is when a record names no place at all: a municipality, town, site or"
                + " county of config/vocabulary/places.yaml. For a system that gives no place; a"
                + " place that a record names always counts before it")
        Optional<String> defaultPlace,
    @JsonPropertyDescription("Fetched as files from an SFTP server") Optional<SftpSource> sftp,
    @JsonPropertyDescription("Fetched over HTTP") Optional<RestSource> rest,
    @JsonPropertyDescription("Mailed to us as attachments") Optional<MailSource> mail,
    @JsonPropertyDescription("Delivered by a route of your own, see add-a-route.md")
        Optional<CamelSource> camel) {

  public Feed {
    values = Map.copyOf(values);
    if (speaksFor != SpeaksFor.CHANGES && rest.flatMap(RestSource::since).isPresent()) {
      throw new IllegalArgumentException(
          "`since` asks for changes only, so `speaksFor` is to be changes: all else would be withdrawn");
    }
  }

  public Transport transport() {
    if (sftp.isPresent()) {
      return Transport.SFTP;
    }
    if (rest.isPresent()) {
      return Transport.REST;
    }
    return mail.isPresent() ? Transport.MAIL : Transport.CAMEL;
  }
}
