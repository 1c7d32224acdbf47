package norrhub.board;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * An upper bound on the times that board files ask for: the sandbox and the tests hurry, the
 * campaign sets none.
 */
@ConfigurationProperties("norrhub.pace")
record BoardPace(Optional<Duration> publishAtMost) {
  Duration of(Board board) {
    return publishAtMost.filter(bound -> bound.compareTo(board.pace()) < 0).orElse(board.pace());
  }
}
