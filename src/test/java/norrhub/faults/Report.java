package norrhub.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What happened, and what came of it, for people. */
final class Report {
  private final Scene scene;
  private final Driver driver;
  private final Duration took;
  private final int violations;

  Report(Scene scene, Driver driver, Duration took, int violations) {
    this.scene = scene;
    this.driver = driver;
    this.took = took;
    this.violations = violations;
  }

  /** Prints it, too. */
  void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder("| times | fault |\n|---|---|\n");
    driver
        .happened()
        .forEach((kind, times) -> text.append("| %d | %s |%n".formatted(times, kind.words())));
    if (!scene.data().whyNoDisk().isEmpty()) {
      text.append(
          "| skipped | %s: no disk could be mounted (%s) |%n"
              .formatted(FaultKind.DISK_FULL.words(), scene.data().whyNoDisk()));
    }
    if (!scene.whyNoMail().isEmpty()) {
      text.append(
          "| skipped | the mail feeds and their faults: two hubs need Dovecot, and %s |%n"
              .formatted(scene.whyNoMail()));
    }
    text.append("\n| feed | sent | deliveries | open |\n|---|---|---|---|\n");
    List<LedgerRow> rows = LedgerRow.all(scene.database().look());
    for (Sender sender : scene.senders()) {
      long sent = driver.sent().stream().filter(i -> i.feed().equals(sender.feed())).count();
      String states =
          rows.stream()
              .filter(row -> row.feed().equals(sender.feed()))
              .collect(Collectors.groupingBy(LedgerRow::state, Collectors.counting()))
              .toString();
      long open =
          sender.lists().stream().flatMap(l -> l.model().stream()).filter(Ad::isOpen).count();
      text.append("| %s | %d | %s | %d |%n".formatted(sender.feed(), sent, states, open));
    }
    text.append(
        "%nmail server: %s%n%n%d faults, %d inputs, %d violations; %d events received; %d times a hub ended by itself; took %d min %d s%n"
            .formatted(
                scene.mail().map(MailServer::name).orElse("none"),
                driver.happened().values().stream().mapToInt(Integer::intValue).sum(),
                driver.sent().size(),
                violations,
                Boards.events(scene.events()).size(),
                driver.endedByThemselves(),
                took.toMinutes(),
                took.toSecondsPart()));
    Files.writeString(file, text);
    System.out.println(text);
  }
}
