package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Duration;
import java.util.Optional;
import norrhub.config.Matches;

/** Times for a mail server that is slow. One that is left out is as the template has it. */
public record MailOptions(
    @JsonPropertyDescription("How long the hub waits for a connection")
        @Matches(value = Times.MINUTE, wants = Times.A_MINUTE)
        Optional<Duration> connectionTimeout,
    @JsonPropertyDescription(
            "How long the server may send nothing while the hub waits for an answer")
        @Matches(value = Times.MINUTES, wants = Times.SOME_MINUTES)
        Optional<Duration> readTimeout) {}
