package norrhub.board;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norrhub.catalogue.ChangeLog;
import norrhub.catalogue.VersionId;
import norrhub.vacancy.State;
import norrhub.vacancy.Vacancy;
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
    Map<VersionId, Vacancy> found =
        changes.contents(in.stream().map(CurrentPostings::content).toList());
    Map<Posting, VacancyVersion> shown = new LinkedHashMap<>();
    for (Posting posting : in) {
      Vacancy vacancy = requireNonNull(found.get(content(posting)));
      // A board shows what is open, and nothing else.
      shown.put(posting, new VacancyVersion(vacancy, posting.version(), State.OPEN));
    }
    return shown;
  }

  private static VersionId content(Posting posting) {
    return new VersionId(posting.vacancy(), posting.vacancyVersion());
  }
}
