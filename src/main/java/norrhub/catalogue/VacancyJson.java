package norrhub.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import norrhub.vacancy.Employment;
import norrhub.vacancy.Publication;
import norrhub.vacancy.Reference;
import norrhub.vacancy.Texts;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyId;
import norrhub.vacancy.VacancyVersion;

/** The canonical JSON of a vacancy: {@code schema/vacancy-v1.json}. What is absent is left out. */
public final class VacancyJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .addMixIn(VacancyId.class, IdAsText.class)
          .addMixIn(Vacancy.class, SideBySide.class)
          .build();

  private VacancyJson() {}

  /** The content alone, as the catalogue stores it: without version and state. */
  public static String content(Vacancy vacancy) {
    try {
      return MAPPER.writeValueAsString(vacancy);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A vacancy is always JSON: " + vacancy.id(), e);
    }
  }

  /** Reads what {@link #content} wrote. */
  public static Vacancy vacancy(String content) {
    try {
      return MAPPER.readValue(content, Vacancy.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored vacancy cannot be read", e);
    }
  }

  /** What consumers see: the content with version and state behind the id. */
  public static ObjectNode published(VacancyVersion version) {
    ObjectNode content = MAPPER.valueToTree(version.vacancy());
    ObjectNode published = MAPPER.createObjectNode();
    published.set("id", content.remove("id"));
    published.put("version", version.version());
    published.put("state", version.state().name());
    published.setAll(content);
    return published;
  }

  /** The parts of a vacancy are the code's own: in JSON their members stand in the vacancy. */
  @SuppressWarnings("UnusedMethod") // Jackson reads the annotations
  private abstract static class SideBySide {
    @JsonUnwrapped
    abstract Reference reference();

    @JsonUnwrapped
    abstract Publication publication();

    @JsonUnwrapped
    abstract Texts texts();

    @JsonUnwrapped
    abstract Employment employment();
  }

  private abstract static class IdAsText {
    @JsonCreator
    static VacancyId parse(String hex) {
      return VacancyId.parse(hex);
    }

    @Override
    @JsonValue
    public abstract String toString();
  }
}
