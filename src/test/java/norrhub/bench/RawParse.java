package norrhub.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The measure of all things here: Woodstox reads the file's events, and nobody looks at them. */
final class RawParse {
  private RawParse() {}

  static void of(Path file) throws IOException, XMLStreamException {
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader events = new WstxInputFactory().createXMLStreamReader(in);
      while (events.hasNext()) {
        events.next();
      }
      events.close();
    }
  }
}
