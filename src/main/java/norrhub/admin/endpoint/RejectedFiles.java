package norrhub.admin.endpoint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import norrhub.board.BoardFiles;
import norrhub.config.Fault;
import norrhub.mapping.Formats;
import norrhub.partner.Partners;
import norrhub.partner.RejectedConfig;
import norrhub.poll.RouteReload;
import norrhub.vocabulary.VocabularySource;
import org.springframework.stereotype.Component;

/** The files that the hub does not use as they are now, each with its faults. */
@Component
final class RejectedFiles {
  private final Partners partners;
  private final Formats formats;
  private final BoardFiles boards;
  private final VocabularySource vocabulary;
  private final RouteReload routes;

  RejectedFiles(
      Partners partners,
      Formats formats,
      BoardFiles boards,
      VocabularySource vocabulary,
      RouteReload routes) {
    this.partners = partners;
    this.formats = formats;
    this.boards = boards;
    this.vocabulary = vocabulary;
    this.routes = routes;
  }

  /** All faults. */
  List<String> all() {
    return faults().values().stream().flatMap(List::stream).toList();
  }

  /** By what is rejected, such as {@code partner <id>} or {@code formats}. */
  Map<String, List<String>> faults() {
    Map<String, List<String>> files = new TreeMap<>();
    for (RejectedConfig rejected : partners.rejected()) {
      files.put("partner " + rejected.partner() + how(rejected.runsOn()), texts(rejected.faults()));
    }
    if (!formats.faults().isEmpty()) {
      files.put("formats", texts(formats.faults()));
    }
    boards
        .rejected()
        .forEach((f, all) -> files.put("board " + f + how(boards.runsOn(f)), texts(all)));
    if (!vocabulary.faults().isEmpty()) {
      files.put("vocabulary" + how(true), texts(vocabulary.faults()));
    }
    if (!routes.faults().isEmpty()) {
      files.put("routes" + how(true), routes.faults());
    }
    return files;
  }

  private static String how(boolean runsOn) {
    return runsOn ? " (runs on as it was)" : "";
  }

  private static List<String> texts(List<Fault> faults) {
    return faults.stream().map(Fault::toString).toList();
  }
}
