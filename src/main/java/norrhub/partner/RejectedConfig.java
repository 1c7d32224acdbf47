package norrhub.partner;

import java.nio.file.Path;
import java.util.List;
import norrhub.config.Fault;

/**
 * A partner file that is not used, and why.
 *
 * @param partner the file's name without .yaml
 * @param runsOn the partner is in force as an earlier state of the file had it
 */
public record RejectedConfig(String partner, Path file, List<Fault> faults, boolean runsOn) {
  public RejectedConfig {
    faults = List.copyOf(faults);
  }

  /** What that means for the partner. */
  public String consequence() {
    return runsOn
        ? "runs on the last valid version of its file until the file is corrected"
        : "is rejected until its file is corrected";
  }
}
