package norrhub.poll;

import java.util.List;
import norrhub.platform.Changes;

/** Has what runs follow the files of routes. */
public interface RouteReload {
  /** Takes the files up as they are now: all that have changed, or none. */
  Outcome reload();

  /** Why the files were not taken up when they were last read. */
  List<String> faults();

  /**
   * @param files by name
   * @param restart files that have changed and are read at the start only
   */
  record Outcome(Changes files, List<String> restart) {
    public Outcome {
      restart = List.copyOf(restart);
    }
  }
}
