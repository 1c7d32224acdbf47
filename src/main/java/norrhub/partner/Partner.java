package norrhub.partner;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * An organisation that recruits, or that speaks for others; one file under config/partners.
 *
 * @param id the file's name without .yaml
 * @param formerNames such as "H2 Green Steel" of Stegra
 * @param off the reason why its feeds are not polled
 * @param timeZone of dates that name none
 * @param language of texts whose source names none, BCP 47
 * @param ats the identity namespace: as long as it stays, vacancies keep their ids, whatever feed
 *     or channel brings them
 * @param boards ids of the boards that may show its vacancies; empty list = none, absent = all
 */
public record Partner(
    String id,
    String name,
    List<String> formerNames,
    Optional<String> off,
    ZoneId timeZone,
    String language,
    String ats,
    Optional<List<String>> boards,
    List<Feed> feeds) {

  public Partner {
    formerNames = List.copyOf(formerNames);
    boards = boards.map(List::copyOf);
    feeds = List.copyOf(feeds);
  }

  public boolean consentsTo(String board) {
    return boards.map(ids -> ids.contains(board)).orElse(true);
  }
}
