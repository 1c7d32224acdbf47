package norrhub.config;

import java.util.List;

/** Checks the files of one package; one bean for each package that has files. */
public interface ConfigCheck {
  /** Every fault of every file, read afresh; empty when all is well. */
  List<Fault> check();

  /** What runs, and had better be otherwise; read afresh too. */
  default List<Fault> warnings() {
    return List.of();
  }
}
