package norrhub.route;

import java.nio.file.Path;
import java.util.List;
import norrhub.admin.FeedTrial;
import norrhub.admin.Fetched;
import norrhub.admin.TrialSteps;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import org.springframework.stereotype.Component;

/** Tries feeds, each in the way of its transport. */
@Component
class Trials implements FeedTrial {
  private final List<SourceTrial> trials;

  Trials(List<SourceTrial> trials) {
    this.trials = List.copyOf(trials);
  }

  /** The end of a stage: whatever goes wrong on the way is what the admin wants to know. */
  @Override
  public Fetched fetch(Partner partner, Feed feed, Path folder, TrialSteps steps) {
    SourceTrial trial =
        trials.stream()
            .filter(candidate -> candidate.transport().equals(feed.transport()))
            .findFirst()
            .orElseThrow();
    try {
      return trial.fetch(partner, feed, folder, steps);
    } catch (Exception e) {
      steps.failed(Reason.of(e));
      return new Fetched(List.of());
    }
  }
}
