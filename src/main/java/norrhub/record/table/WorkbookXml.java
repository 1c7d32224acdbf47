package norrhub.record.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import norrhub.record.BudgetedInputStream;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import norrhub.record.xml.SafeXml;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Walks one XML file of a workbook. Names are local names: programs choose their own prefixes, and
 * there are two sets of namespaces.
 */
public final class WorkbookXml implements AutoCloseable {
  private static final int DEEPEST = 50;
  private static final int LONGEST_TOKEN = 4 << 20;

  /** Thirty times what Excel lets into a cell. */
  private static final int LONGEST_TEXT = 1 << 20;

  private final BudgetedInputStream bytes;
  private final XMLStreamReader2 events;
  private final Deque<String> open = new ArrayDeque<>();

  WorkbookXml(InputStream bytes) throws XMLStreamException {
    this.bytes = new BudgetedInputStream(bytes, LONGEST_TOKEN, Limits.STANDARD.recordTime());
    this.events = SafeXml.open(this.bytes);
  }

  /** Called for each element as it begins. */
  public interface Visitor {
    void enter(String parent, WorkbookXml element) throws XMLStreamException, IOException;
  }

  public static void each(InputStream bytes, Visitor visitor)
      throws XMLStreamException, IOException {
    try (WorkbookXml xml = new WorkbookXml(bytes)) {
      while (xml.toElement()) {
        visitor.enter(xml.parent(), xml);
      }
    }
  }

  /** Goes to the next element that begins; false at the end of the file. */
  boolean toElement() throws XMLStreamException, IOException {
    while (events.hasNext()) {
      if (step() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** Goes to the next element that begins within that one; false when it has ended. */
  boolean toElementIn(int depth) throws XMLStreamException, IOException {
    while (events.hasNext() && open.size() >= depth) {
      if (step() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  private int step() throws XMLStreamException, IOException {
    bytes.renew();
    int event = events.next();
    if (event == XMLStreamConstants.START_ELEMENT) {
      open.push(events.getLocalName());
      if (open.size() > DEEPEST) {
        throw new OverLimit("depth > " + DEEPEST);
      }
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      open.pop();
    } else if (event == XMLStreamConstants.DTD) {
      throw new XMLStreamException("a document type is refused");
    }
    return event;
  }

  String name() {
    return events.getLocalName();
  }

  int depth() {
    return open.size();
  }

  private String parent() {
    return open.stream().skip(1).findFirst().orElse("");
  }

  Optional<String> attribute(String name) {
    for (int i = 0; i < events.getAttributeCount(); i++) {
      if (events.getAttributeLocalName(i).equals(name)) {
        return Optional.of(events.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /** Whether an attribute says yes, in one of the two ways of saying it. */
  boolean says(String name) {
    return attribute(name).filter(value -> value.equals("1") || value.equals("true")).isPresent();
  }

  /** The texts {@code t} within the element, which is left: rich text without its phonetics. */
  String texts() throws XMLStreamException, IOException {
    int depth = open.size();
    StringBuilder text = new StringBuilder();
    while (toElementIn(depth)) {
      if (name().equals("rPh")) {
        texts();
      } else if (name().equals("t")) {
        append(text, text());
      }
    }
    return text.toString();
  }

  /** The text of the element, which is left. */
  String text() throws XMLStreamException, IOException {
    int depth = open.size();
    StringBuilder text = new StringBuilder();
    while (open.size() >= depth && events.hasNext()) {
      int event = step();
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        append(text, events.getText());
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String more) throws OverLimit {
    text.append(more);
    if (text.length() > LONGEST_TEXT) {
      throw new OverLimit("text > " + LONGEST_TEXT + " characters");
    }
  }

  @Override
  public void close() throws XMLStreamException {
    events.closeCompletely();
  }
}
