package norrhub.record.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import norrhub.record.Limits;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Opens XML with Woodstox: no DTD, no entities but the five, and its limits act while it reads. A
 * parser without them computes for minutes at 200 000 attributes of one tag; the names of a
 * document, however many, cost Woodstox no more than their bytes.
 */
public final class SafeXml {
  /** In characters. Reading a large feed costs a sixth less than with Woodstox's own 4,000. */
  private static final int BUFFER = 16 * 1024;

  private static final WstxInputFactory FACTORY = factory(Limits.STANDARD);

  private SafeXml() {}

  public static XMLStreamReader2 open(InputStream bytes) throws XMLStreamException {
    return (XMLStreamReader2) FACTORY.createXMLStreamReader(bytes);
  }

  private static WstxInputFactory factory(Limits limits) {
    WstxInputFactory factory = new WstxInputFactory();
    XMLResolver refuse =
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("External entity refused");
        };
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, BUFFER);
    // Namespace declarations count as attributes.
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.recordBytes());
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, limits.recordBytes());
    // Ours is reached first, and names the place.
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 2 * limits.depth());
    factory.setXMLResolver(refuse);
    return factory;
  }
}
