package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Duration;
import java.util.Optional;
import norrhub.config.Matches;

/** Times for a web server that is slow. One that is left out is as the template has it. */
public record RestOptions(
    @JsonPropertyDescription("How long the hub waits for a connection")
        @Matches(value = Times.MINUTE, wants = Times.A_MINUTE)
        Optional<Duration> connectTimeout,
    @JsonPropertyDescription(
            "How long the server may send nothing while the hub waits for an answer or reads it; all"
                + " pages together have norrhub.limits.poll")
        @Matches(value = Times.MINUTES, wants = Times.SOME_MINUTES)
        Optional<Duration> responseTimeout) {}
