package norrhub.admin.preview;

import java.util.List;
import norrhub.poll.ProbeSteps;

/**
 * What came of trying a feed.
 *
 * @param shown the first records as {@code preview} shows them, and what was found wrong
 * @param summary of all records that were fetched
 */
record ProbeReport(
    String feed, boolean well, List<ProbeSteps.Step> steps, String shown, String summary) {}
