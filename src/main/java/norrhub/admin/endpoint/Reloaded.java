package norrhub.admin.endpoint;

import java.util.List;
import java.util.Map;
import norrhub.platform.Changes;

/**
 * What a reload changed.
 *
 * @param feeds whose fetching began, began anew, ended
 * @param again feeds whose last delivery is applied again from the archive
 * @param faults of files that are not used: what they were before runs on, if there was something
 * @param remarks what is amiss in files that are used
 * @param failed feeds that cannot be fetched as they are configured, and why
 * @param restart what has changed and is read at the start only
 */
record Reloaded(
    Changes partners,
    Changes formats,
    Changes boards,
    Changes vocabulary,
    Changes routes,
    Changes feeds,
    List<String> again,
    List<String> faults,
    List<String> remarks,
    Map<String, String> failed,
    List<String> restart) {}
