package norrhub.admin;

import java.util.List;

/**
 * What came of trying a feed.
 *
 * @param shown the first records as {@code preview} shows them, and what was found wrong
 * @param summary of all records that were fetched
 */
record Tried(
    String feed, boolean well, List<TrialSteps.Step> steps, String shown, String summary) {}
