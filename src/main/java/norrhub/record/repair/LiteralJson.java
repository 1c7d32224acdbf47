package norrhub.record.repair;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.mozilla.javascript.Token;
import org.mozilla.javascript.ast.AbstractObjectProperty;
import org.mozilla.javascript.ast.ArrayLiteral;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.EmptyExpression;
import org.mozilla.javascript.ast.Name;
import org.mozilla.javascript.ast.NumberLiteral;
import org.mozilla.javascript.ast.ObjectLiteral;
import org.mozilla.javascript.ast.ObjectProperty;
import org.mozilla.javascript.ast.StringLiteral;
import org.mozilla.javascript.ast.TemplateCharacters;
import org.mozilla.javascript.ast.TemplateLiteral;
import org.mozilla.javascript.ast.UnaryExpression;

/**
 * Writes lists and objects of JavaScript as JSON, each value in the line where the script has it.
 * What is no plain value (a call, a function) is null. At a problem of the script it stops, so that
 * the JSON is as broken as the script.
 */
final class LiteralJson {
  private static final String NUMBER = "(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?";

  /** So much of what is no JavaScript is left in the JSON, for the reader to complain of. */
  private static final int SHOWN = 20;

  private final JsonGenerator json;
  private final IntConsumer repaired;
  private Script script = Script.NONE;
  private int problem;
  private int line = 1;
  private boolean stopped;

  /**
   * @param repaired gets the line of whatever JSON writes in another way
   */
  LiteralJson(JsonGenerator json, IntConsumer repaired) {
    this.json = json;
    this.repaired = repaired;
  }

  /** Whether the script broke off or is none at a place that was to be written. */
  boolean isStopped() {
    return stopped;
  }

  void stop() {
    stopped = true;
  }

  void member(String name, Script within, AstNode literal) throws IOException {
    advance(literal);
    repaired();
    json.writeFieldName(name);
    write(within, literal);
  }

  void write(Script within, AstNode literal) throws IOException {
    script = within;
    problem = script.problemAfter(literal.getAbsolutePosition());
    value(literal);
    if (stopped && !script.breaksOffAt(problem)) {
      String rest = script.text().substring(problem);
      json.writeRaw(" " + rest.substring(0, Math.min(rest.length(), SHOWN)));
    }
  }

  private void value(AstNode node) throws IOException {
    boolean holdsMore = node instanceof ArrayLiteral || node instanceof ObjectLiteral;
    stopped |= (holdsMore ? node.getAbsolutePosition() : end(node)) > problem;
    if (stopped) {
      return;
    }
    advance(node);
    if (node instanceof ArrayLiteral list) {
      list(list);
    } else if (node instanceof ObjectLiteral object) {
      object(object);
    } else {
      plain(node);
    }
  }

  private void list(ArrayLiteral list) throws IOException {
    json.writeStartArray();
    for (AstNode element : list.getElements()) {
      if (element instanceof EmptyExpression) {
        repaired(); // a comma too many
      } else if (!stopped) {
        value(element);
      }
    }
    if (closes(list, ']')) {
      json.writeEndArray();
    }
  }

  private void object(ObjectLiteral object) throws IOException {
    json.writeStartObject();
    for (AbstractObjectProperty one : object.getElements()) {
      if (!stopped && one instanceof ObjectProperty property) {
        property(property);
      }
    }
    if (closes(object, '}')) {
      json.writeEndObject();
    }
  }

  private void property(ObjectProperty property) throws IOException {
    AstNode key = property.getKey();
    stopped |= end(key) > problem;
    if (stopped) {
      return;
    }
    advance(key);
    if (key instanceof StringLiteral text) {
      json.writeFieldName(unquoted(text));
    } else {
      repaired();
      if (key instanceof Name name) {
        json.writeFieldName(name.getIdentifier());
      } else if (key instanceof NumberLiteral number) {
        json.writeFieldName(number.getValue());
      } else {
        return; // a name that the script would compute
      }
    }
    value(property.getValue());
  }

  private void plain(AstNode node) throws IOException {
    boolean minus = node instanceof UnaryExpression && node.getType() == Token.NEG;
    if (node instanceof StringLiteral text) {
      json.writeString(unquoted(text));
    } else if (node instanceof TemplateLiteral text && text.getSubstitutions().isEmpty()) {
      repaired();
      json.writeString(
          text.getTemplateStrings().stream()
              .map(TemplateCharacters::getValue)
              .collect(Collectors.joining()));
    } else if ((minus ? ((UnaryExpression) node).getOperand() : node)
            instanceof NumberLiteral number
        && number.getValue().matches(NUMBER)) {
      json.writeNumber((minus ? "-" : "") + number.getValue());
    } else if (node.getType() == Token.TRUE || node.getType() == Token.FALSE) {
      json.writeBoolean(node.getType() == Token.TRUE);
    } else {
      if (node.getType() != Token.NULL) {
        repaired();
      }
      json.writeNull();
    }
  }

  private String unquoted(StringLiteral text) {
    if (text.getQuoteCharacter() != '"') {
      repaired();
    }
    return text.getValue();
  }

  /** Whether the bracket that the parser took for the end is one, and comes before the problem. */
  private boolean closes(AstNode node, char bracket) {
    int last = end(node) - 1;
    stopped |= last >= problem || script.text().charAt(last) != bracket;
    if (!stopped && script.hasCommaBefore(last)) {
      repaired();
    }
    return !stopped;
  }

  private void repaired() {
    repaired.accept(line);
  }

  private void advance(AstNode node) throws IOException {
    for (; line < node.getLineno(); line++) {
      json.writeRaw('\n');
    }
  }

  private static int end(AstNode node) {
    return node.getAbsolutePosition() + node.getLength();
  }
}
