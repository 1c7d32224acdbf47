package norrhub.record.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Optional;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.notice.SourceLocation;
import norrhub.record.BrokenRecord;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import norrhub.record.PartFile;
import norrhub.record.PartNotices;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;

/** The records of one JSON part: the members of its list, one at a time, or the part itself. */
final class JsonRecords implements RecordStream {
  static final NoticeKind NOT_AN_OBJECT =
      new NoticeKind(
          "record-is-no-object",
          Severity.ERROR,
          "In the list of vacancies stands {value}, which is no vacancy. Take it out of the export.",
          "I listan över annonser står {value}, som inte är någon annons. Ta bort det ur"
              + " exporten.");

  private final PartFile part;
  private final JsonRecordLocator cut;
  private final boolean single;
  private final Limits limits;
  private final ObjectMapper json;
  private final CountingParser tokens;
  private JsonPointer list;
  private boolean found;
  private boolean inList;
  private boolean ended;
  private int records;

  JsonRecords(
      PartFile part,
      JsonRecordLocator cut,
      boolean single,
      Limits limits,
      ObjectMapper json,
      CountingParser tokens) {
    this.part = part;
    this.cut = cut;
    this.single = single;
    this.limits = limits;
    this.json = json;
    this.tokens = tokens;
    this.list = cut.list();
  }

  @Override
  public Optional<ReadResult> next() throws UnreadablePart, IOException {
    try {
      for (JsonToken token = tokens.begin(); token != null; token = tokens.begin()) {
        if (ended) {
          throw unreadable(PartNotices.MALFORMED.about("", "something follows the end"));
        }
        ended = single || tokens.getParsingContext().inRoot();
        if (single) {
          found = true;
          return Optional.of(new SourceRecord(here(""), json.readTree(tokens)));
        } else if (!inList) {
          inList = token == JsonToken.START_ARRAY && isTheList();
          found |= inList;
        } else if (token == JsonToken.END_ARRAY) {
          inList = false;
        } else {
          return Optional.of(record(token));
        }
      }
    } catch (JsonProcessingException | CharConversionException | OverLimit e) {
      throw unreadable(meaning(e));
    }
    if (!found) {
      String name = list.toString().isEmpty() ? "the file is no list" : "no list at " + list;
      throw unreadable(PartNotices.WRONG_ROOT.about("", name));
    }
    return Optional.empty();
  }

  private boolean isTheList() {
    Optional<JsonPointer> here = cut.list(tokens);
    here.ifPresent(pointer -> list = pointer);
    return here.isPresent();
  }

  private ReadResult record(JsonToken token) throws IOException {
    if (records >= limits.records()) {
      throw new OverLimit("records > " + limits.records());
    }
    SourceLocation place = here(list + "/" + records++);
    JsonNode content = json.readTree(tokens);
    return token == JsonToken.START_OBJECT
        ? new SourceRecord(place, content)
        : new BrokenRecord(place, NOT_AN_OBJECT.about("", content.toString()));
  }

  private static Finding meaning(IOException e) {
    String complaint =
        e instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : String.valueOf(e.getMessage());
    if (e instanceof OverLimit || e instanceof StreamConstraintsException) {
      return PartNotices.OVER_LIMIT.about("", complaint);
    }
    return (e instanceof JsonEOFException ? PartNotices.CUT_OFF : PartNotices.MALFORMED)
        .about("", complaint);
  }

  private SourceLocation here(String path) {
    return new SourceLocation(part.name(), tokens.currentTokenLocation().getLineNr(), path);
  }

  private UnreadablePart unreadable(Finding finding) {
    String path = found && !single ? list + "/" + records : "";
    int line = Math.max(tokens.currentLocation().getLineNr(), 1);
    return new UnreadablePart(new SourceLocation(part.name(), line, path), finding);
  }

  @Override
  public void close() throws IOException {
    tokens.close();
  }
}
