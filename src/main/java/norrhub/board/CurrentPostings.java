package norrhub.board;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norrhub.catalogue.Change;
import norrhub.catalogue.ChangeLog;
import norrhub.vacancy.State;
import norrhub.vacancy.VacancyVersion;
import org.springframework.stereotype.Component;

/** Vacancies as postings show them: the catalogue's content under the board's version. */
@Component
public class CurrentPostings {
  private static final int ROWS_AT_ONCE = 500;

  private final PostingLog log;
  private final ChangeLog changes;

  CurrentPostings(PostingLog log, ChangeLog changes) {
    this.log = log;
    this.changes = changes;
  }

  /** All that stands on the board, in the order of ids, a few in memory at a time. */
  public Stream<VacancyVersion> on(String board) {
    return Stream.iterate(
            log.standing(board, Optional.empty(), ROWS_AT_ONCE),
            page -> !page.isEmpty(),
            page ->
                log.standing(board, Optional.of(page.get(page.size() - 1).vacancy()), ROWS_AT_ONCE))
        .flatMap(page -> shown(page).values().stream());
  }

  /** What these postings show, in their order; those that took a vacancy out show nothing. */
  public Map<Posting, VacancyVersion> shown(Collection<Posting> postings) {
    List<Posting> in = postings.stream().filter(Posting::listed).toList();
    Map<Change, VacancyVersion> found =
        changes.versions(in.stream().map(CurrentPostings::change).toList());
    Map<Posting, VacancyVersion> shown = new LinkedHashMap<>();
    for (Posting posting : in) {
      VacancyVersion version = requireNonNull(found.get(change(posting)));
      shown.put(posting, new VacancyVersion(version.vacancy(), posting.version(), version.state()));
    }
    return shown;
  }

  private static Change change(Posting p) {
    return new Change(p.number(), p.vacancy(), p.vacancyVersion(), State.OPEN, p.reason(), p.at());
  }
}
