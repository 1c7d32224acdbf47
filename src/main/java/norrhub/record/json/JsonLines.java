package norrhub.record.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.notice.SourceLocation;
import norrhub.record.BrokenRecord;
import norrhub.record.BudgetedInputStream;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import norrhub.record.PartFile;
import norrhub.record.PartNotices;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import org.jspecify.annotations.Nullable;

/**
 * The records of one part in JSON Lines. A broken line spoils no other; a last line that is broken
 * and not ended was cut off.
 */
final class JsonLines implements RecordStream {
  static final NoticeKind LINE_MALFORMED =
      new NoticeKind(
          "line-malformed",
          Severity.ERROR,
          "The line is no JSON object: {value}. Each line must be one vacancy; the other lines are"
              + " read.",
          "Raden är inget JSON-objekt: {value}. Varje rad ska vara en annons; övriga rader läses.");

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final PartFile part;
  private final Limits limits;
  private final ObjectMapper json;
  private final InputStream bytes;
  private boolean lineEnded = true;
  private int line;
  private int records;

  public JsonLines(PartFile part, Limits limits, ObjectMapper json, InputStream bytes) {
    this.part = part;
    this.limits = limits;
    this.json = json;
    this.bytes = new BufferedInputStream(bytes);
  }

  @Override
  public Optional<ReadResult> next() throws UnreadablePart, IOException {
    SourceLocation place = SourceLocation.of(part.name());
    try {
      for (byte[] text = line(); text != null; text = line()) {
        place = new SourceLocation(part.name(), line, "");
        if (!new String(text, UTF_8).isBlank()) {
          return Optional.of(reading(place, text));
        }
      }
      return Optional.empty();
    } catch (OverLimit | StreamConstraintsException e) {
      throw new UnreadablePart(
          place, PartNotices.OVER_LIMIT.about("", String.valueOf(e.getMessage())));
    }
  }

  private ReadResult reading(SourceLocation place, byte[] text) throws UnreadablePart, IOException {
    if (++records > limits.records()) {
      throw new OverLimit("records > " + limits.records());
    }
    try (JsonParser parser = parser(text)) {
      JsonNode content = json.readTree(parser);
      if (content.isObject() && parser.nextToken() == null) {
        return new SourceRecord(place, content);
      }
      return broken(place, new String(text, UTF_8));
    } catch (StreamConstraintsException e) {
      throw e;
    } catch (JsonProcessingException e) {
      return broken(place, e.getOriginalMessage());
    } catch (CharConversionException e) {
      return broken(place, String.valueOf(e.getMessage()));
    }
  }

  private JsonParser parser(byte[] text) throws IOException {
    BudgetedInputStream input =
        new BudgetedInputStream(new ByteArrayInputStream(text), limits.recordBytes());
    return new CountingParser(json.createParser(input), input, limits.nodes());
  }

  private ReadResult broken(SourceLocation place, String complaint) throws UnreadablePart {
    if (!lineEnded) {
      throw new UnreadablePart(place, PartNotices.CUT_OFF.about("", complaint));
    }
    return new BrokenRecord(place, LINE_MALFORMED.about("", complaint));
  }

  /** The next line without its end; null after the last. */
  private byte @Nullable [] line() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int one = bytes.read();
    if (one < 0) {
      return null;
    }
    line++;
    for (; one >= 0 && one != '\n'; one = bytes.read()) {
      text.write(one);
      if (text.size() > limits.recordBytes()) {
        throw new OverLimit("record > " + limits.recordBytes() + " bytes");
      }
    }
    lineEnded = one == '\n';
    return line == 1 ? unmarked(text.toByteArray()) : text.toByteArray();
  }

  private static byte[] unmarked(byte[] text) {
    return text.length >= 3 && Arrays.equals(text, 0, 3, BYTE_ORDER_MARK, 0, 3)
        ? Arrays.copyOfRange(text, 3, text.length)
        : text;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
