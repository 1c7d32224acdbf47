package norrhub.board.document;

import java.time.Duration;
import norrhub.board.Board;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * An upper bound on the times that board files ask for: the sandbox and the tests hurry, the
 * campaign sets none. Spring Boot binds an absent Optional as null too.
 *
 * @param publishAtMost shortens the {@code pace} of boards; for the sandbox and tests
 */
@ConfigurationProperties("norrhub.pace")
public record BoardPace(@Nullable Duration publishAtMost) {
  Duration of(Board board) {
    return publishAtMost != null && publishAtMost.compareTo(board.pace()) < 0
        ? publishAtMost
        : board.pace();
  }
}
