package norrhub.board;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import norrhub.config.Default;
import norrhub.config.FileName;
import norrhub.config.Matches;
import norrhub.config.Secret;

/** A file under config/boards as it is written. */
@JsonClassDescription(
    "One downstream consumer: what it takes, in which format, and who may read it.")
public record BoardFile(
    @FileName String id,
    @JsonPropertyDescription("For people.") String name,
    @JsonPropertyDescription("What it is given, by the name of the format.") String format,
    @JsonPropertyDescription(
            "Who may read it over HTTP: everyone, or whoever shows one of its keys.")
        @Default("keyed")
        Access access,
    @JsonPropertyDescription(
            "Hashes of its keys, written by `norrhub board-key`. Two may live at once.")
        @Size(max = 2)
        @Matches(value = KeyHash.PATTERN, wants = "a key's hash: let `norrhub board-key` write it")
        List<String> keys,
    @JsonPropertyDescription("At least so long between two builds of its document.") @Default("10s")
        Duration pace,
    @JsonPropertyDescription("Which vacancies it takes; without it, all.") @Default("{}")
        Selection select,
    @JsonPropertyDescription(
            "Queues that its events are sent to, behind the address norrhub.<board>; they exist"
                + " before the first event, and no other board has them.")
        @Matches(value = "[a-z0-9][a-z0-9-]*", wants = "a queue's name such as matching")
        List<String> subscribers,
    @JsonPropertyDescription(
            "Password of its consumers' login at the hub's own broker; the user is the board's id,"
                + " and reads this board's queues only.")
        Optional<Secret> password) {

  Board of(BoardFormat known) {
    return new Board(
        id,
        name,
        known,
        access,
        keys.stream().map(KeyHash::new).toList(),
        pace,
        select,
        subscribers,
        password);
  }
}
