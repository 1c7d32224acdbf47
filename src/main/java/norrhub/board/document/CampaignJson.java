package norrhub.board.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.stream.Stream;
import norrhub.catalogue.VacancyJson;
import norrhub.vacancy.VacancyVersion;
import org.springframework.stereotype.Component;

/** The catalogue's own JSON: every vacancy whole, as {@code schema/vacancy-v1.json} says. */
@Component
public class CampaignJson implements DocumentFormat {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final JsonFactory FACTORY = JSON.getFactory();

  @Override
  public String name() {
    return "campaign-json";
  }

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public int write(DocumentHead head, Stream<VacancyVersion> vacancies, OutputStream out)
      throws IOException {
    int written = 0;
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("board", head.board());
      json.writeStringField("generatedAt", head.generatedAt().toString());
      json.writeNumberField("count", head.count());
      json.writeStringField("cursor", String.valueOf(head.cursor()));
      json.writeArrayFieldStart("vacancies");
      for (Iterator<VacancyVersion> each = vacancies.iterator(); each.hasNext(); written++) {
        JSON.writeTree(json, VacancyJson.published(each.next()));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return written;
  }

  /** The number of vacancies, if it is the one that the head declares. */
  @Override
  public int count(InputStream document) throws IOException {
    int declared = -1;
    int counted = 0;
    try (JsonParser json = FACTORY.createParser(document)) {
      expect(json.nextToken() == JsonToken.START_OBJECT, "no object");
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("count")) {
          declared = json.getIntValue();
        } else if (value == JsonToken.START_ARRAY) {
          counted = items(json);
        }
      }
      expect(json.nextToken() == null, "something follows the end");
    }
    expect(declared == counted, "count says " + declared + ", there are " + counted);
    return counted;
  }

  private static int items(JsonParser json) throws IOException {
    int items = 0;
    while (json.nextToken() == JsonToken.START_OBJECT) {
      json.skipChildren();
      items++;
    }
    return items;
  }

  private static void expect(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException("Not a campaign document: " + otherwise);
    }
  }
}
