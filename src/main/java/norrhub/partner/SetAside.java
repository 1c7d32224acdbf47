package norrhub.partner;

import java.nio.file.Path;
import java.util.List;
import norrhub.config.Fault;

/**
 * A partner file that is not used, and why.
 *
 * @param partner the file's name without .yaml
 */
public record SetAside(String partner, Path file, List<Fault> faults) {
  public SetAside {
    faults = List.copyOf(faults);
  }
}
