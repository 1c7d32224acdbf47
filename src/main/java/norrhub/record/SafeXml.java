package norrhub.record;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/** Opens XML with Aalto: no DTD, no entities but the five. */
final class SafeXml {
  private static final InputFactoryImpl FACTORY = factory();

  private SafeXml() {}

  static XMLStreamReader2 open(InputStream bytes) throws XMLStreamException {
    return (XMLStreamReader2) FACTORY.createXMLStreamReader(bytes);
  }

  private static InputFactoryImpl factory() {
    InputFactoryImpl factory = new InputFactoryImpl();
    XMLResolver refuse =
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("External entity refused");
        };
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setXMLResolver(refuse);
    return factory;
  }
}
