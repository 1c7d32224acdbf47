package norrhub.admin.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.platform.Pruned;

/**
 * How the hub is: the answer to {@code norrhub status}.
 *
 * @param at the hub's own time
 * @param rejectedFiles files that are not used, with their faults
 * @param boards what each board shows
 * @param unpublished partners whose vacancies no board publishes, and why
 * @param failingBoards boards that could not be brought up to date, and why
 * @param troubles what else of the hub is not as it should be: the disk, its jobs, events
 * @param retention when what is past its time was removed last, and how much since the start
 * @param clock why the clock is not believed
 */
@JsonInclude(Include.NON_ABSENT)
record HubStatus(
    Instant at,
    Instant upSince,
    List<FeedStatus> feeds,
    Map<String, List<String>> rejectedFiles,
    Map<String, String> boards,
    Map<String, String> unpublished,
    Map<String, String> failingBoards,
    Map<String, String> troubles,
    RetentionStatus retention,
    Optional<String> clock) {
  /**
   * What has ended.
   *
   * @param removed of each kind, by this hub since it started
   */
  @JsonInclude(Include.NON_ABSENT)
  record RetentionStatus(Optional<Instant> lastRun, Map<String, Pruned> removed) {}
}
