package norrhub.admin.endpoint;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import norrhub.board.event.EventRelay;
import norrhub.platform.DiskWatch;
import norrhub.platform.JobStates;
import org.springframework.stereotype.Component;

/** What is wrong with the hub itself and concerns no single feed or board, by what it concerns. */
@Component
final class HubTroubles {
  private final DiskWatch disk;
  private final JobStates jobs;
  private final EventRelay events;

  HubTroubles(DiskWatch disk, JobStates jobs, EventRelay events) {
    this.disk = disk;
    this.jobs = jobs;
    this.events = events;
  }

  Map<String, String> all() {
    Map<String, String> troubles = new TreeMap<>();
    disk.objection().or(disk::warning).ifPresent(why -> troubles.put("disk", why));
    events.trouble().ifPresent(why -> troubles.put("events", why));
    jobs.all()
        .forEach(
            (job, state) ->
                state
                    .failingSince()
                    .ifPresent(
                        since ->
                            troubles.put(
                                "job " + job,
                                "fails since %s: %s"
                                    .formatted(
                                        since.truncatedTo(ChronoUnit.SECONDS),
                                        state.reason().orElse("")))));
    return troubles;
  }
}
