package norrhub.board;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import norrhub.config.Default;
import norrhub.config.Matches;
import norrhub.vacancy.Location;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.Workplace;

/**
 * Which vacancies a board takes.
 *
 * @param counties SCB's two digits, such as 25 for Norrbotten; absent = wherever they are
 * @param remote takes fully remote vacancies from elsewhere too
 * @param partners ids of the partners it takes vacancies of; absent = all
 */
public record Selection(
    @JsonPropertyDescription(
            "Codes of the counties it takes, such as \"25\" for Norrbotten; without it, wherever they are.")
        @Matches(value = "\\d\\d", wants = "a county's code of two digits, such as \"25\"")
        Optional<List<String>> counties,
    @JsonPropertyDescription("Takes fully remote vacancies from elsewhere too.") @Default("false")
        boolean remote,
    @JsonPropertyDescription("Ids of the partners whose vacancies it takes; without it, all.")
        Optional<List<String>> partners) {
  public static final Selection ALL = new Selection(Optional.empty(), false, Optional.empty());

  public Selection {
    counties = counties.map(List::copyOf);
    partners = partners.map(List::copyOf);
  }

  /**
   * Another one for another selection. It is stored with the board, so it stays as it is for
   * selections of today, whatever this class is called and made of: what a later version adds
   * appears only where a file uses it.
   */
  String fingerprint() {
    return "Selection[counties=%s, remote=%s, partners=%s]".formatted(counties, remote, partners);
  }

  boolean takes(Vacancy vacancy) {
    return partners.map(ids -> ids.contains(vacancy.partner())).orElse(true)
        && (counties.map(codes -> liesIn(codes, vacancy)).orElse(true)
            || (remote && vacancy.workplace() == Workplace.REMOTE));
  }

  private static boolean liesIn(List<String> counties, Vacancy vacancy) {
    return vacancy.locations().stream().flatMap(Selection::county).anyMatch(counties::contains);
  }

  /** A municipality's code starts with that of its county. */
  private static Stream<String> county(Location location) {
    return location
        .regionCode()
        .or(() -> location.municipalityCode().map(code -> code.substring(0, 2)))
        .stream();
  }
}
