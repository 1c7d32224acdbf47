package norrhub.record;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import norrhub.notice.NoticeKind;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.springframework.stereotype.Component;

/** Reads XML with Aalto: no DTD, no entities but the five, namespaces dropped. */
@Component
public final class XmlReader implements RecordReader<XmlSettings> {
  private final InputFactoryImpl factory = new InputFactoryImpl();
  private final Limits limits;

  public XmlReader() {
    this(Limits.STANDARD);
  }

  XmlReader(Limits limits) {
    this.limits = limits;
    XMLResolver refuse =
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("External entity refused");
        };
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setXMLResolver(refuse);
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
    PartStart.check(part);
    InputStream file = part.open();
    MeteredInput input = new MeteredInput(file, limits.recordBytes());
    try {
      XMLStreamReader2 events = (XMLStreamReader2) factory.createXMLStreamReader(input);
      return new XmlRecords(part, settings, limits, input, events);
    } catch (XMLStreamException e) {
      file.close();
      throw XmlRecords.unreadable(part, 1, e);
    }
  }
}
