package norrhub.board.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import norrhub.board.BoardFeed;
import norrhub.board.BoardFile;
import norrhub.board.BoardFormat;
import norrhub.board.Posting;
import norrhub.catalogue.VacancyJson;
import norrhub.platform.PublicUrl;
import norrhub.vacancy.VacancyVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A board's postings as CloudEvents 1.0 in structured JSON.
 *
 * <p>An event's id is the vacancy's id and the version that the board gets, so that sending an
 * event twice does no harm: consumers apply only a newer version.
 */
@Component
public class EventFormat implements BoardFormat {
  private static final String UPSERTED = "vacancy.upserted.v1";
  private static final String WITHDRAWN = "vacancy.withdrawn.v1";

  private final PublicUrl hub;

  public EventFormat(PublicUrl hub) {
    this.hub = hub;
  }

  @Override
  public String name() {
    return "events";
  }

  @Override
  public boolean sendsEvents() {
    return true;
  }

  @Override
  public Optional<String> objection(BoardFile board) {
    return board.subscribers().isEmpty()
        ? Optional.of("events need `subscribers`: without a queue they go nowhere")
        : Optional.empty();
  }

  /** Whose event it is, as the event itself says. */
  static String source(String board) {
    return "urn:norrhub:board:" + board;
  }

  /**
   * @param shown what the posting shows; null when it takes the vacancy out
   */
  public Event event(String board, Posting posting, @Nullable VacancyVersion shown) {
    String id = posting.vacancy().toString();
    String type = shown == null ? WITHDRAWN : UPSERTED;
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("specversion", "1.0");
    event.put("id", id + "-" + posting.version());
    event.put("source", source(board));
    event.put("type", type);
    event.put("subject", id);
    event.put("time", posting.at().toString());
    event.put("partitionkey", id);
    event.put("sequence", "%019d".formatted(posting.number()));
    event.put("datacontenttype", "application/json");
    event.put("dataschema", hub.schema(shown == null ? "tombstone-v1" : "vacancy-v1"));
    event.set("data", shown == null ? BoardFeed.tombstone(posting) : VacancyJson.published(shown));
    return new Event(type, id, event.toString());
  }
}
