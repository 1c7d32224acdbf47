package norrhub.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import norrhub.Golden;
import norrhub.partner.MailOptions;
import norrhub.partner.RestOptions;
import norrhub.partner.SftpOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The templates in routes describe themselves, and a page is made of that. */
class TemplatesPageTest {
  /** What {@code options:} may set, by the template that has it as a parameter. */
  private static final Map<String, Class<? extends Record>> OPTIONS =
      Map.of(
          "sftp-feed", SftpOptions.class,
          "rest-request", RestOptions.class,
          "mail-feed", MailOptions.class);

  /** What the hub fills in of templates that it does not know. */
  private static final Set<String> FILLED_IN = Set.of("feed", "tick", "tls");

  private final Map<String, JsonNode> templates = new TreeMap<>();
  private final Map<String, Path> files = new TreeMap<>();

  @BeforeEach
  void readTemplates() throws IOException {
    try (var all = Files.list(Path.of("routes"))) {
      for (Path file : all.sorted().toList()) {
        JsonNode content = new ObjectMapper().valueToTree(new Yaml().load(Files.readString(file)));
        for (JsonNode entry : content) {
          JsonNode template = entry.path("routeTemplate");
          if (template.isObject()) {
            templates.put(template.path("id").asText(), template);
            files.put(template.path("id").asText(), file);
          }
        }
      }
    }
  }

  @Test
  void everyTemplateAndEveryParameterOfItHasADescription() {
    assertThat(templates).containsKeys("sftp-feed", "rest-feed", "rest-request", "mail-feed");
    templates.forEach(
        (id, template) -> {
          assertThat(description(template)).as(id).isNotBlank();
          assertThat(template.path("parameters")).as(id).isNotEmpty();
          for (JsonNode parameter : template.path("parameters")) {
            assertThat(parameter.path("description").asText())
                .as("%s: %s", id, parameter.path("name").asText())
                .isNotBlank();
          }
        });
  }

  @Test
  void everyOptionOfAPartnerFileIsAParameterWithADefault() {
    OPTIONS.forEach(
        (id, options) -> {
          for (String option : names(options)) {
            assertThat(parameter(id, option).path("defaultValue").asText())
                .as("%s: %s", id, option)
                .matches("\\d+");
          }
        });
  }

  @Test
  void thePageIsFresh() throws IOException {
    StringBuilder page = new StringBuilder();
    templates.forEach((id, template) -> page.append(section(id, template)));
    Golden.checkPart(Path.of("src/docs/templates.md"), "templates", page + "\n");
  }

  private String section(String id, JsonNode template) {
    StringBuilder section =
        new StringBuilder(
            """

            ## `%s`

            %s: `%s`.

            | parameter | default | set by | meaning |
            |---|---|---|---|
            """
                .formatted(id, template.path("route").path("description").asText(), files.get(id)));
    for (JsonNode parameter : template.path("parameters")) {
      section.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  parameter.path("name").asText(),
                  fallback(parameter),
                  setBy(id, parameter.path("name").asText()),
                  parameter.path("description").asText()));
    }
    return section.toString();
  }

  private static String fallback(JsonNode parameter) {
    if (parameter.has("defaultValue")) {
      return "`" + parameter.path("defaultValue").asText() + "`";
    }
    return parameter.path("required").asBoolean(true) ? "**required**" : "";
  }

  private static String setBy(String template, String parameter) {
    boolean ours = OPTIONS.containsKey(template) || template.equals("rest-feed");
    if (OPTIONS.containsKey(template) && names(OPTIONS.get(template)).contains(parameter)) {
      return "`options` of the feed";
    }
    return ours || FILLED_IN.contains(parameter)
        ? "the hub"
        : "`parameters` or `secrets` of the feed";
  }

  private static String description(JsonNode template) {
    return template.path("description").asText(template.at("/route/description").asText());
  }

  private JsonNode parameter(String template, String name) {
    for (JsonNode parameter : templates.get(template).path("parameters")) {
      if (parameter.path("name").asText().equals(name)) {
        return parameter;
      }
    }
    throw new AssertionError("the template %s has no parameter %s".formatted(template, name));
  }

  private static List<String> names(Class<? extends Record> options) {
    return Arrays.stream(options.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
