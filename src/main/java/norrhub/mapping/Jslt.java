package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import norrhub.config.Fault;

/** A compiled JSLT expression that knows its file. Safe to use from many threads. */
final class Jslt {
  private final Path file;
  private final Expression expression;

  private Jslt(Path file, Expression expression) {
    this.file = file;
    this.expression = expression;
  }

  /** A whole file of JSLT. */
  static Jslt file(Path file) throws BadFormat, IOException {
    return compile(file, 1, Files.readString(file));
  }

  /**
   * An expression that stands in a file of another kind.
   *
   * @param line where it stands, counted from 1
   */
  static Jslt compile(Path file, int line, String text) throws BadFormat {
    try {
      Parser parser = new Parser(new StringReader(text)).withSource(file.getFileName().toString());
      return new Jslt(file, parser.compile());
    } catch (JsltException e) {
      int at = line + Math.max(e.getLine() - 1, 0);
      throw new BadFormat(List.of(new Fault(file, at, "not JSLT: " + complaint(e))));
    }
  }

  /** The first line: the parser goes on with a page of tokens that it would have taken. */
  private static String complaint(JsltException e) {
    return e.getMessageWithoutLocation().lines().findFirst().orElse("").strip();
  }

  /**
   * @param feed what the expression sees as {@code $feed}
   */
  JsonNode apply(JsonNode record, Map<String, String> feed) throws MappingFailed {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    feed.forEach(values::put);
    try {
      return expression.apply(Map.of("feed", values), record);
    } catch (JsltException e) {
      String place = e.getLine() > 0 ? file + ":" + e.getLine() : file.toString();
      throw new MappingFailed(place + ": " + complaint(e), e);
    } catch (RuntimeException | StackOverflowError e) {
      // The library lets some of its own slips through; they concern this record only.
      throw new MappingFailed(file + ": " + e, e);
    }
  }
}
