package norrhub.record.repair;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Finds what scripts assign, and writes it as the members of one JSON object. */
final class ScriptRepair extends RepairingInputStream {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT) // what breaks off stays open
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();
  private static final int LARGEST = Limits.STANDARD.recordBytes();
  private static final int MOST_MEMBERS = 1000;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Set<String> members = new HashSet<>();

  ScriptRepair(InputStream in) {
    super(in);
  }

  /** A script can be parsed as a whole only. */
  @Override
  protected void take(int one) throws OverLimit {
    if (bytes.size() == LARGEST) {
      throw new OverLimit("a page with scripts > " + LARGEST + " bytes");
    }
    bytes.write(one);
  }

  @Override
  protected void end() throws IOException {
    Optional<String> text = text();
    if (text.isEmpty()) {
      // The reader reports bytes that are no text.
      for (byte one : bytes.toByteArray()) {
        put(one);
      }
      return;
    }
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      write(text.get(), json);
    } catch (StackOverflowError e) {
      // Operators within each other, which no bracket counts.
      throw new OverLimit("a script whose expressions lie too deep within each other");
    }
    put(out.toString());
  }

  private void write(String text, JsonGenerator json) throws IOException {
    LiteralJson literals = new LiteralJson(json, this::repaired);
    String start = text.stripLeading();
    if (start.startsWith("[") || start.startsWith("{")) {
      Script script = Script.parse("_=" + text, 1);
      if (script.isLost() || script.assigned().isEmpty()) {
        json.writeRaw(start.charAt(0)); // which nothing closes
      } else {
        literals.write(script, script.assigned().get(0).literal());
      }
      return;
    }
    json.writeStartObject();
    for (Script script : start.startsWith("<") ? scripts(text) : List.of(Script.parse(text, 1))) {
      members(script, literals);
    }
    if (!literals.isStopped()) {
      json.writeEndObject();
    }
  }

  private void members(Script script, LiteralJson json) throws IOException {
    for (Script.Assigned assigned : script.assigned()) {
      if (members.size() < MOST_MEMBERS && !json.isStopped()) {
        json.member(unused(assigned.name()), script, assigned.literal());
      }
    }
    if (script.isLost()) {
      json.stop();
    }
  }

  private static List<Script> scripts(String page) throws IOException {
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    List<Script> scripts = new ArrayList<>();
    int at = 0;
    int line = 1;
    for (Element script : parser.parseInput(page, "").select("script")) {
      // Counted, for the line that jsoup gives for a script's text is wrong where it is long.
      for (int begin = script.sourceRange().endPos(); at < begin; at++) {
        line += page.charAt(at) == '\n' ? 1 : 0;
      }
      scripts.add(Script.parse(script.data(), line));
    }
    return scripts;
  }

  /** Empty where it is not in UTF-8, by whatever name it calls itself. */
  private Optional<String> text() {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
      return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Assigned twice, a name stands twice; the first keeps it. */
  private String unused(String name) {
    String free = name;
    for (int i = 2; !members.add(free); i++) {
      free = name + "#" + i;
    }
    return free;
  }
}
