package norrhub.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every input has one end state, and was applied in the order sent. */
final class LedgerCheck {
  private static final Set<String> ENDED = Set.of("APPLIED", "UNCHANGED");

  private final JdbcClient look;
  private final List<LedgerRow> rows;
  private final Map<String, List<Input>> inputs;

  LedgerCheck(JdbcClient look, List<Input> sent) {
    this.look = look;
    this.rows = LedgerRow.all(look);
    this.inputs = sent.stream().collect(Collectors.groupingBy(Input::feed));
  }

  List<String> faults() {
    List<String> faults = new ArrayList<>();
    inputs.forEach(
        (feed, sent) -> {
          List<LedgerRow> ofFeed = rows.stream().filter(row -> row.feed().equals(feed)).toList();
          if (ofFeed.stream().anyMatch(row -> row.transport().equals("rest"))) {
            checkVersions(ofFeed, sent, faults);
          } else {
            checkInputs(ofFeed, sent, faults);
          }
          checkTimes(ofFeed, faults);
        });
    checkChanges(faults);
    return faults;
  }

  /** Of files and mails each is one delivery, and nothing else is. */
  private static void checkInputs(List<LedgerRow> rows, List<Input> sent, List<String> faults) {
    for (Input input : sent) {
      List<LedgerRow> found = rows.stream().filter(row -> row.isOf(input)).toList();
      if (found.size() != 1) {
        faults.add("%s was delivered %d times: %s".formatted(input, found.size(), found));
      }
      found.forEach(row -> checkEnd(input, row, faults));
    }
    Map<String, Integer> newest = new HashMap<>();
    for (LedgerRow row : rows) {
      List<Input> of = sent.stream().filter(row::isOf).toList();
      if (of.isEmpty()) {
        faults.add("nobody ever sent " + row);
      }
      for (Input input : of) {
        Integer before = newest.put(input.line(), input.number());
        if (before != null && before >= input.number()) {
          faults.add("%s came after number %d".formatted(input, before));
        }
      }
    }
  }

  private static void checkEnd(Input input, LedgerRow row, List<String> faults) {
    boolean good = row.state().equals("APPLIED") && row.complete() && row.rejected() == 0;
    boolean recorded =
        !row.state().equals("RECEIVED")
            && !row.state().equals("FAILED")
            && !row.outcome().isBlank();
    if (!(input.poison() ? recorded : good)) {
      faults.add("%s ended as %s".formatted(input, row));
    }
    if (row.heldBack() > 0 && !input.poison()) {
      faults.add("something was held back: " + row);
    }
  }

  /** Of an HTTP list every version was taken whole, and none after a newer one. */
  private static void checkVersions(List<LedgerRow> rows, List<Input> sent, List<String> faults) {
    int newest = 0;
    for (LedgerRow row : rows.stream().filter(LedgerRow::complete).toList()) {
      List<Input> of =
          sent.stream().filter(input -> row.hashes().containsAll(input.hashes())).toList();
      if (of.size() != 1 || of.get(0).number() < newest || of.get(0).number() > newest + 1) {
        faults.add("whole, but not the next version after %d: %s %s".formatted(newest, row, of));
      } else {
        newest = of.get(0).number();
      }
    }
    if (newest != sent.size()) {
      faults.add("the list's last version is %d, the hub has %d".formatted(sent.size(), newest));
    }
    rows.stream()
        .filter(row -> !ENDED.contains(row.state()))
        .forEach(row -> faults.add("no end: " + row));
  }

  private static void checkTimes(List<LedgerRow> rows, List<String> faults) {
    for (int n = 1; n < rows.size(); n++) {
      LedgerRow before = rows.get(n - 1);
      LedgerRow row = rows.get(n);
      boolean both = ENDED.contains(before.state()) && ENDED.contains(row.state());
      if (both && row.finished().isBefore(before.finished())) {
        faults.add("%s was applied before %s".formatted(row, before));
      }
    }
  }

  /** The change log tells of the deliveries of a feed in their order. */
  private void checkChanges(List<String> faults) {
    Map<String, Long> newest = new HashMap<>();
    look.sql(
            """
            select c.number, d.feed, d.number as delivery from change c
            join delivery d on d.id = c.delivery order by c.number""")
        .query(
            row -> {
              long delivery = row.getLong("delivery");
              Long before = newest.put(row.getString("feed"), delivery);
              if (before != null && before > delivery) {
                faults.add(
                    "change %d is of delivery %d of %s, after one of delivery %d"
                        .formatted(row.getLong("number"), delivery, row.getString("feed"), before));
              }
            });
  }
}
