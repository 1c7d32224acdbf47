package norrhub.poll;

import java.util.List;
import java.util.Optional;
import norrhub.delivery.feed.Gap;
import norrhub.delivery.feed.Gaps;
import norrhub.partner.Feed;
import norrhub.partner.RestSource;
import norrhub.partner.SpeaksFor;
import org.springframework.stereotype.Component;

/**
 * Keeps a feed of changes failing while it misses a delivery: nothing that comes later says what
 * was in it. What is asked for since the last whole answer comes again by itself.
 */
@Component
class GapWatch implements AfterPoll {
  private final FeedRegistry registry;
  private final Gaps gaps;
  private final PollSchedule polls;

  GapWatch(FeedRegistry registry, Gaps gaps, PollSchedule polls) {
    this.registry = registry;
    this.gaps = gaps;
    this.polls = polls;
  }

  @Override
  public void polled(String id) {
    Feed feed = registry.feed(id);
    boolean comesAgain = feed.rest().flatMap(RestSource::since).isPresent();
    if (feed.speaksFor() == SpeaksFor.CHANGES && !comesAgain) {
      missing(gaps.of(id)).ifPresent(what -> polls.complain(id, sentence(id, what)));
    }
  }

  private static Optional<String> missing(List<Gap> gaps) {
    if (gaps.isEmpty()) {
      return Optional.empty();
    }
    Gap first = gaps.get(0);
    String more = gaps.size() == 1 ? "" : " and %,d more".formatted(gaps.size() - 1);
    return Optional.of("%s (%s)%s".formatted(first.delivery(), first.name(), more));
  }

  private static String sentence(String feed, String missing) {
    return "%s could not be applied, and this feed tells changes only: have the partner send it again, then `norrhub confirm %s --why <text>`"
        .formatted(missing, feed);
  }
}
