package norrhub.mapping;

import java.util.List;
import norrhub.config.Fault;

/** A format folder cannot be used, for these reasons. */
final class BadFormat extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<Fault> faults;

  BadFormat(List<Fault> faults) {
    super(faults.toString());
    this.faults = List.copyOf(faults);
  }

  List<Fault> faults() {
    return faults;
  }
}
