package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.Matches;
import norrhub.config.OneOf;

/** A feed that is asked for what has changed since a time. Exactly one of the last two is there. */
@OneOf({"snapshot", "first"})
public record Since(
    @JsonPropertyDescription("The query parameter that carries the time, such as date")
        @Matches(value = Pages.PARAMETER, wants = Pages.PARAMETER_WANTS)
        String parameter,
    @JsonPropertyDescription("How the time is written, as a pattern of Java's DateTimeFormatter")
        @Default("yyyy-MM-dd'T'HH:mm:ss")
        String format,
    @JsonPropertyDescription("The zone in which it is written; by default the partner's")
        Optional<ZoneId> zone,
    @JsonPropertyDescription("So much is asked for twice, for changes that their system tells late")
        @Default("1h")
        Duration overlap,
    @JsonPropertyDescription(
            "Address that gives everything, asked for before anything has come; on the server of url")
        Optional<URI> snapshot,
    @JsonPropertyDescription("So far back is asked for before anything has come")
        Optional<Duration> first) {

  public Since {
    try {
      Objects.requireNonNull(DateTimeFormatter.ofPattern(format));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "`format` is no pattern of a time, such as yyyy-MM-dd'T'HH:mm:ss: " + e.getMessage());
    }
  }
}
