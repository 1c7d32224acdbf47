package norrhub.normalise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.mapping.Draft;
import norrhub.notice.Finding;
import norrhub.partner.Partner;
import norrhub.platform.HubDirectories;
import norrhub.vacancy.Vacancy;
import norrhub.vacancy.VacancyId;
import norrhub.vocabulary.Vocabularies;
import norrhub.vocabulary.Vocabulary;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Drafts and their normalising with the campaign's own vocabulary. */
public final class Drafts {
  public static final HubDirectories HOME =
      new HubDirectories(Path.of("config"), Path.of("routes"), Path.of("data"));
  public static final Vocabulary VOCABULARY = Vocabularies.of(HOME.config()).now();
  public static final Normaliser NORMALISER = normaliser();
  public static final Instant FETCHED = Instant.parse("2026-10-01T10:00:00Z");
  public static final Partner STEGRA =
      new Partner(
          "stegra",
          "Stegra",
          List.of("H2 Green Steel"),
          Optional.empty(),
          ZoneId.of("Europe/Stockholm"),
          "sv",
          "stegra",
          Optional.empty(),
          List.of());
  public static final NormalisationContext INTAKE =
      new NormalisationContext(
          STEGRA, VacancyId.of("stegra", "17"), "17", FETCHED, Optional.empty(), VOCABULARY);

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Drafts() {}

  /** All rules, as the hub finds them. */
  private static Normaliser normaliser() {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(HubDirectories.class, () -> HOME);
      context.registerBean(ConfigFiles.class, () -> new ConfigFiles(name -> Optional.empty()));
      context.scan("norrhub.vocabulary", "norrhub.normalise");
      context.refresh();
      return context.getBean(Normaliser.class);
    }
  }

  /** Just enough to be published. */
  public static ObjectNode enough() {
    return json(
        """
        {"title": "Processingenjör", "descriptionHtml": "<p>Vi gör stål.</p>",
         "published": "2026-09-01", "locations": {"municipality": "2582"},
         "applyUrl": "https://jobb.example.se/17"}
        """);
  }

  /** The field may be a path, such as {@code employer.name}. */
  public static ObjectNode with(String field, String json) {
    ObjectNode draft = enough();
    String[] path = field.split("\\.");
    ObjectNode parent = path.length == 1 ? draft : draft.putObject(path[0]);
    parent.set(path[path.length - 1], tree(json));
    return draft;
  }

  public static ObjectNode json(String json) {
    return (ObjectNode) tree(json);
  }

  public static Normalised normalised(ObjectNode fields) {
    return NORMALISER.normalise(new Draft(fields), INTAKE);
  }

  public static Vacancy vacancy(ObjectNode fields) {
    return normalised(fields).vacancy().orElseThrow();
  }

  public static List<String> codes(ObjectNode fields) {
    return normalised(fields).findings().stream()
        .map(Finding::kind)
        .map(kind -> kind.code())
        .toList();
  }

  private static com.fasterxml.jackson.databind.JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
