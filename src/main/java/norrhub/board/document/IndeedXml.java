package norrhub.board.document;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import norrhub.vacancy.VacancyVersion;
import norrhub.vocabulary.Places;
import norrhub.vocabulary.VocabularySource;
import org.springframework.stereotype.Component;

/**
 * Indeed's XML feed, which most aggregators read too: every job whole, a vacancy with several
 * places as one job for each.
 *
 * <p>Some readers cut the text at {@code <job} and {@code </job>} instead of parsing it. So nothing
 * in it is prefixed, no other element's name begins with "job", and no text holds that end tag.
 */
@Component
class IndeedXml implements DocumentFormat {
  private static final XMLInputFactory XML = new WstxInputFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private final VocabularySource vocabulary;

  IndeedXml(VocabularySource vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public String name() {
    return "indeed-xml";
  }

  @Override
  public String extension() {
    return "xml";
  }

  @Override
  public String mediaType() {
    return "application/xml;charset=UTF-8";
  }

  @Override
  public int revision() {
    return 2;
  }

  /** It writes the counties' names. */
  @Override
  public String fingerprint() {
    return String.valueOf(vocabulary.now().fingerprints().get("places.yaml"));
  }

  @Override
  public int write(DocumentHead head, Stream<VacancyVersion> vacancies, OutputStream out)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    XmlText xml = new XmlText(text);
    text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<source>\n");
    xml.element("publisher", head.name());
    xml.element("lastBuildDate", head.generatedAt().toString());
    Places places = vocabulary.now().places();
    int written = 0;
    for (Iterator<VacancyVersion> each = vacancies.iterator(); each.hasNext(); ) {
      written += new IndeedJob(each.next().vacancy(), places).write(xml, text);
    }
    text.write("</source>\n");
    text.flush();
    return written;
  }

  @Override
  public int count(InputStream document) throws IOException {
    try {
      XMLStreamReader xml = XML.createXMLStreamReader(document);
      int jobs = 0;
      int depth = 0;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
          jobs += depth == 2 && xml.getLocalName().equals("job") ? 1 : 0;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
      return jobs;
    } catch (XMLStreamException e) {
      throw new IOException("Not an Indeed document: " + e.getMessage(), e);
    }
  }
}
