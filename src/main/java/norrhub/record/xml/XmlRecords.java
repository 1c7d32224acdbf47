package norrhub.record.xml;

import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import norrhub.notice.Finding;
import norrhub.notice.NoticeKind;
import norrhub.notice.SourceLocation;
import norrhub.record.BudgetedInputStream;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import norrhub.record.PartFile;
import norrhub.record.PartNotices;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import org.codehaus.stax2.XMLStreamReader2;

/** The records of one XML part, one at a time, whatever the part's size. */
final class XmlRecords implements RecordStream {
  private final PartFile part;
  private final Limits limits;
  private final BudgetedInputStream input;
  private final XMLStreamReader2 events;
  private final XmlPaths path;
  private final RepeatedElements lists;
  private final XmlTree tree;
  private int records;

  XmlRecords(
      PartFile part,
      XmlSettings settings,
      Limits limits,
      BudgetedInputStream input,
      XMLStreamReader2 events) {
    this.part = part;
    this.limits = limits;
    this.input = input;
    this.events = events;
    this.path = new XmlPaths(settings);
    this.lists = RepeatedElements.of(settings.lists());
    this.tree = new XmlTree(events, limits);
  }

  @Override
  public Optional<ReadResult> next() throws UnreadablePart, IOException {
    try {
      while (events.hasNext()) {
        input.renew();
        switch (events.next()) {
          case DTD -> throw unreadable(PartNotices.DOCTYPE.about("", doctype()));
          case START_ELEMENT -> {
            if (enter(events.getLocalName())) {
              return Optional.of(record());
            }
          }
          case END_ELEMENT -> path.leave();
          default -> {
            // White space, comments and the prolog stand between the records.
          }
        }
      }
      return Optional.empty();
    } catch (XMLStreamException | OverLimit e) {
      throw unreadable(part, events.getLocation().getLineNumber(), input.ended(), e);
    }
  }

  private boolean enter(String name) throws UnreadablePart, OverLimit {
    boolean record = path.enter(name);
    if (path.depth() == 1 && !path.mayBegin(name)) {
      String found = "<%s> instead of <%s>".formatted(name, path.root());
      throw unreadable(PartNotices.WRONG_ROOT.about("", found));
    }
    if (path.depth() > limits.depth()) {
      throw new OverLimit("depth > " + limits.depth());
    }
    return record;
  }

  private ReadResult record() throws XMLStreamException, OverLimit {
    if (++records > limits.records()) {
      throw new OverLimit("records > " + limits.records());
    }
    SourceLocation place =
        new SourceLocation(part.name(), events.getLocation().getLineNumber(), path.here());
    JsonNode content = tree.read(lists, path.depth());
    path.leave();
    return new SourceRecord(place, content);
  }

  private String doctype() throws XMLStreamException {
    return Optional.ofNullable(events.getDTDInfo().getDTDRootName()).orElse("");
  }

  private UnreadablePart unreadable(Finding finding) {
    int line = events.getLocation().getLineNumber();
    return new UnreadablePart(new SourceLocation(part.name(), line, path.here()), finding);
  }

  /**
   * What the parser's complaint means for the partner.
   *
   * @param ended the parser wanted more bytes than there were, so that its complaint is of their
   *     end
   */
  static UnreadablePart unreadable(PartFile part, int line, boolean ended, Exception cause) {
    SourceLocation place = new SourceLocation(part.name(), line, "");
    Optional<Finding> bytes = PartNotices.ofBytes(cause);
    if (bytes.isPresent()) {
      return new UnreadablePart(place, bytes.get());
    }
    String complaint = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    NoticeKind kind = ended ? PartNotices.CUT_OFF : PartNotices.MALFORMED;
    return new UnreadablePart(
        place, (isLimit(complaint) ? PartNotices.OVER_LIMIT : kind).about("", complaint));
  }

  /** Woodstox has one exception for all, so only its words tell a limit: HostileXmlTest. */
  private static boolean isLimit(String complaint) {
    return complaint.matches(".* limit \\(\\d+\\) exceeded.*");
  }

  @Override
  public void close() throws IOException {
    try {
      events.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      input.close();
    }
  }
}
