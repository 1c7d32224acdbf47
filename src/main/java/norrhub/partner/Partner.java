package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.FileName;
import norrhub.config.Matches;

/**
 * An organisation that recruits, or that speaks for others; one file under config/partners.
 *
 * @param id the file's name without .yaml
 */
@JsonClassDescription("A partner of the hub and its feeds; the file's name is the partner's id")
public record Partner(
    @FileName String id,
    @JsonPropertyDescription("The name that people know") String name,
    @JsonPropertyDescription("Names it had before, as H2 Green Steel of Stegra")
        List<String> formerNames,
    @JsonPropertyDescription("The reason why its feeds are not polled; take it out to poll again")
        Optional<String> off,
    @JsonPropertyDescription("Time zone of dates that name none") @Default("Europe/Stockholm")
        ZoneId timeZone,
    @JsonPropertyDescription("Language of texts whose source names none, such as sv, en or et")
        @Default("sv")
        @Matches(
            value = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*",
            wants = "a language code such as sv, en or et")
        String language,
    @JsonPropertyDescription(
            "The namespace of its vacancies' ids, by default the file's name. As long as it stays,"
                + " vacancies keep their ids, whatever feed brings them")
        @FileName(unlessGiven = true)
        @Matches(value = Partner.WORD, wants = Partner.WORD_WANTS)
        String ats,
    @JsonPropertyDescription(
            "Boards that publish its vacancies: `all`, a list, or a block that says of each board"
                + " `yes`, or `self` where its own ATS publishes there already. Without it nothing"
                + " is published")
        Optional<Consent> boards,
    @JsonPropertyDescription("Where its vacancies come from; may be none") List<Feed> feeds) {

  static final String WORD = "[a-z0-9]+(-[a-z0-9]+)*";
  static final String WORD_WANTS = "a name of lower-case letters a-z, digits and single hyphens";

  public Partner {
    formerNames = List.copyOf(formerNames);
    feeds = List.copyOf(feeds);
  }

  /** Whether the hub publishes its vacancies on this board. */
  public boolean consentsTo(String board) {
    return boards.flatMap(consent -> consent.on(board)).equals(Optional.of(Consent.Publisher.HUB));
  }
}
