package norrhub.fetch.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import norrhub.fetch.Limits;
import org.springframework.stereotype.Component;

/** Reads the outlines of pages, within bounds and to their very end. */
@Component
public class PageReader {
  private static final int HEAD = 256;

  private final ObjectMapper json;

  PageReader(Limits limits) {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxDocumentLength(limits.page().toBytes())
            .maxNestingDepth(100)
            .maxStringLength(4_000_000)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .build();
    json =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(bounds).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  /** The outline of the page; a page that is no JSON fails with a sentence that says what it is. */
  public PageSkeleton read(InputStream page) throws IOException {
    BufferedInputStream content = new BufferedInputStream(page);
    if (startsWithTag(content)) {
      throw new IOException("it is a web page or XML, not JSON");
    }
    try {
      return json.readValue(content, PageSkeleton.class);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new IOException(
          "it is not JSON to its end: line %d: %s"
              .formatted(at == null ? 0 : at.getLineNr(), e.getOriginalMessage()));
    }
  }

  private static boolean startsWithTag(BufferedInputStream content) throws IOException {
    content.mark(HEAD);
    String head = new String(content.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    content.reset();
    return head.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().startsWith("<");
  }
}
