package norrhub.record.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import norrhub.notice.NoticeKind;
import norrhub.record.BudgetedInputStream;
import norrhub.record.ContentSniffer;
import norrhub.record.Limits;
import norrhub.record.PartFile;
import norrhub.record.RecordReader;
import norrhub.record.RecordStream;
import norrhub.record.UnreadablePart;
import org.codehaus.stax2.XMLStreamReader2;
import org.springframework.stereotype.Component;

/** Reads XML: no DTD, no entities but the five, namespaces dropped. */
@Component
public final class XmlReader implements RecordReader<XmlSettings> {
  private final Limits limits;

  public XmlReader() {
    this(Limits.STANDARD);
  }

  XmlReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String kind() {
    return "xml";
  }

  @Override
  public Class<XmlSettings> settings() {
    return XmlSettings.class;
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of();
  }

  @Override
  public RecordStream open(PartFile part, XmlSettings settings) throws UnreadablePart, IOException {
    ContentSniffer.check(part);
    InputStream file = part.open();
    BudgetedInputStream input =
        new BudgetedInputStream(file, limits.recordBytes(), limits.recordTime());
    try {
      XMLStreamReader2 events = SafeXml.open(input);
      return new XmlRecords(part, settings, limits, input, events);
    } catch (XMLStreamException e) {
      file.close();
      throw XmlRecords.unreadable(part, 1, input.ended(), e);
    }
  }
}
