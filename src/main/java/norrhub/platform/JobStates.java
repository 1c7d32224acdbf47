package norrhub.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How the hub's own jobs go, those that a route runs every second or so: work, boards, clock,
 * events. A job that fails is reported once per reason, and once when it works again.
 */
@Component
public class JobStates {
  private static final Logger log = LoggerFactory.getLogger(JobStates.class);

  private final Clock clock;
  private final Map<String, JobState> states = new ConcurrentHashMap<>();

  JobStates(Clock clock) {
    this.clock = clock;
  }

  public void works(String job) {
    JobState before = states.put(job, JobState.WORKS);
    if (before != null && before.failingSince().isPresent()) {
      Duration lasted = Duration.between(before.failingSince().get(), clock.instant());
      log.info("job {} works again, after {}", job, Span.of(lasted));
    }
  }

  /**
   * @param cause for the log, once: a reason alone does not say where to look
   */
  public void failed(String job, String reason, Throwable cause) {
    JobState before = states.getOrDefault(job, JobState.WORKS);
    states.put(job, before.failing(reason, clock.instant()));
    if (!before.isFailingBecause(reason)) {
      log.error("job {} fails and is tried again: {}", job, reason, cause);
    }
  }

  /** The job has no route any more. */
  public void forget(String job) {
    states.remove(job);
  }

  public Map<String, JobState> all() {
    return new TreeMap<>(states);
  }

  /**
   * How one job goes.
   *
   * @param failingSince empty where it works
   */
  public record JobState(Optional<Instant> failingSince, Optional<String> reason) {
    static final JobState WORKS = new JobState(Optional.empty(), Optional.empty());

    JobState failing(String why, Instant now) {
      return new JobState(failingSince.or(() -> Optional.of(now)), Optional.of(why));
    }

    /** Numbers such as ports and times differ from one failure to the next. */
    boolean isFailingBecause(String why) {
      return reason.map(JobState::withoutNumbers).filter(withoutNumbers(why)::equals).isPresent();
    }

    private static String withoutNumbers(String text) {
      return text.replaceAll("\\d+", "0");
    }
  }
}
