package norrhub.poll;

import java.nio.file.Path;
import java.util.List;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.poll.failure.FailureMessage;
import org.springframework.stereotype.Component;

/** Tries feeds, each in the way of its transport. */
@Component
public class ConnectionTests implements FeedProbe {
  private final List<ConnectionTest> trials;

  ConnectionTests(List<ConnectionTest> trials) {
    this.trials = List.copyOf(trials);
  }

  /** The end of a stage: whatever goes wrong on the way is what the admin wants to know. */
  @Override
  public Fetched fetch(Partner partner, Feed feed, Path folder, ProbeSteps steps) {
    ConnectionTest trial =
        trials.stream()
            .filter(candidate -> candidate.transport() == feed.transport())
            .findFirst()
            .orElseThrow();
    try {
      return trial.fetch(partner, feed, folder, steps);
    } catch (Exception e) {
      steps.failed(FailureMessage.of(e));
      return new Fetched(List.of());
    }
  }
}
