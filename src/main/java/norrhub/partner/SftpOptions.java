package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Duration;
import java.util.Optional;
import norrhub.config.Matches;

/** Times for an SFTP server that is slow. One that is left out is as the template has it. */
public record SftpOptions(
    @JsonPropertyDescription("How long the hub waits for a connection")
        @Matches(value = Times.MINUTE, wants = Times.A_MINUTE)
        Optional<Duration> connectTimeout,
    @JsonPropertyDescription(
            "How long the server may send nothing while the hub waits for an answer")
        @Matches(value = Times.MINUTES, wants = Times.SOME_MINUTES)
        Optional<Duration> soTimeout,
    @JsonPropertyDescription(
            "How long the hub waits for a file to stop changing just before it is read; a file that"
                + " still changes is left for the next poll")
        @Matches(value = Times.MINUTES, wants = Times.SOME_MINUTES)
        Optional<Duration> readLockTimeout) {}
