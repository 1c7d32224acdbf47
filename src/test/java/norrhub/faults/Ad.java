package norrhub.faults;

import java.util.List;

/**
 * A vacancy as its partner has it. The title names feed, number and revision, so that whoever shows
 * it shows which revision.
 *
 * @param scope the file it stands in, where a feed speaks for files; else empty
 * @param list a word of letters that names the partner's list in titles and keys
 */
record Ad(String feed, String scope, String list, int number, int revision, Standing standing) {
  private static final List<String> CITIES = List.of("Kiruna", "Luleå", "Umeå", "Gällivare");

  /** What the partner says of it. */
  enum Standing {
    OPEN,
    /** The list says that it is over. */
    REMOVED,
    /** The list no longer holds it. */
    ABSENT
  }

  String key() {
    return list + "-" + number;
  }

  String title() {
    return "Montör %s %d utgåva %d".formatted(list, number, revision);
  }

  /** Moves now and then. */
  String city() {
    return CITIES.get((number + revision / 3) % CITIES.size());
  }

  boolean isOpen() {
    return standing == Standing.OPEN;
  }

  Ad revised() {
    return new Ad(feed, scope, list, number, revision + 1, Standing.OPEN);
  }

  Ad now(Standing standing) {
    return new Ad(feed, scope, list, number, revision, standing);
  }
}
