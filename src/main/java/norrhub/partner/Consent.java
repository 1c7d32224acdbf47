package norrhub.partner;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import norrhub.config.WrittenAs;

/**
 * Which boards publish a partner's vacancies: {@code all}, a list of boards, or a block that says
 * of each board who publishes there. A board that is not named publishes nothing.
 */
@WrittenAs(
    schema =
        """
        {
          "type": ["string", "array", "object"],
          "pattern": "^all$",
          "items": { "type": "string" },
          "additionalProperties": { "type": "string", "enum": ["yes", "self"] }
        }
        """,
    wants = "`all`, a list of boards, or a block of lines `board: yes` or `board: self`")
public final class Consent {
  /** What a file writes for all boards, those to come too. */
  public static final String ALL = "all";

  /** Who publishes the vacancies on a board. */
  public enum Publisher {
    /** The hub, written {@code yes}. */
    HUB,
    /** The partner's own ATS, written {@code self}: the hub does not publish there. */
    PARTNER
  }

  private final boolean all;
  private final Map<String, Publisher> named;

  private Consent(boolean all, Map<String, Publisher> named) {
    this.all = all;
    this.named = Collections.unmodifiableMap(named);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Consent of(JsonNode written) {
    Map<String, Publisher> named = new LinkedHashMap<>();
    if (written.isObject()) {
      written.properties().forEach(e -> named.put(e.getKey(), publisher(e.getValue().asText())));
    } else {
      written.forEach(board -> named.put(board.asText(), Publisher.HUB));
    }
    return new Consent(written.asText().equals(ALL), named);
  }

  private static Publisher publisher(String word) {
    return word.toLowerCase(Locale.ROOT).equals("self") ? Publisher.PARTNER : Publisher.HUB;
  }

  /** The boards that the file names. */
  public Set<String> boards() {
    return named.keySet();
  }

  /** Who publishes on this board; empty where nobody may. */
  public Optional<Publisher> on(String board) {
    return all ? Optional.of(Publisher.HUB) : Optional.ofNullable(named.get(board));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Consent consent && all == consent.all && named.equals(consent.named);
  }

  @Override
  public int hashCode() {
    return named.hashCode() + (all ? 1 : 0);
  }

  /** As a file writes it. */
  @Override
  public String toString() {
    return all ? ALL : named.toString();
  }
}
