package norrhub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import norrhub.Golden;
import norrhub.config.ConfigFiles;
import norrhub.config.EditorSchema;
import norrhub.config.Fault;
import norrhub.config.KeyReference;
import norrhub.platform.HubDirectories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The partner files of this repository, and what is made from their types. */
class PartnerReferenceTest {
  private static final Path PAGE = Path.of("src/docs/add-a-partner.md");

  @Test
  void theSchemaForEditorsIsFresh() throws IOException {
    Golden.check(
        Path.of("src/main/resources/schema/partner-v1.json"),
        EditorSchema.of(Partner.class).toPrettyString() + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "all"                                  | true
          "${BOARDS}"                            | true
          ["campaign"]                           | true
          {"campaign": "yes", "indeed": "self"}  | true
          {"campaign": "${CONSENT}"}             | true
          []                                     | true
          "campaign"                             | false
          {"campaign": "no"}                     | false
          [["campaign"]]                         | false
          true                                   | false
          """)
  void editorsKnowTheWaysOfWritingConsent(String boards, boolean valid) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                json.readTree(Path.of("src/main/resources/schema/partner-v1.json").toFile()));
    ObjectNode partner = json.createObjectNode().put("name", "LKAB");
    partner.set("boards", json.readTree(boards));
    assertThat(schema.validate(partner).isEmpty()).isEqualTo(valid);
  }

  @Test
  void theReferenceOfKeysIsFresh() throws IOException {
    Golden.checkPart(PAGE, "keys", KeyReference.of(Partner.class, "The partner") + "\n");
  }

  @Test
  void thePartnersOfTheCampaignAreReadWithoutAFault() {
    Partners partners =
        new Partners(
            new HubDirectories(Path.of("config"), Path.of("routes"), Path.of("data")), files());

    assertThat(partners.check()).isEmpty();
    assertThat(partners.all())
        .extracting(Partner::id)
        .contains("region-norrbotten", "skelleftea-kraft", "stegra");
    assertThat(partners.partner("stegra").orElseThrow().formerNames())
        .containsExactly("H2 Green Steel");
  }

  @Test
  void everyPartnerFileTellsEditorsItsSchema() throws IOException {
    try (var paths = Files.list(Path.of("config/partners"))) {
      for (Path path : paths.toList()) {
        assertThat(Files.readString(path))
            .as("%s", path)
            .startsWith(
                "# yaml-language-server: $schema=../../src/main/resources/schema/partner-v1.json\n");
      }
    }
  }

  @Test
  void theExamplesOfThePageAreValid(@TempDir Path folder) throws IOException {
    List<String> examples =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PAGE))
            .results()
            .map(example -> example.group(1))
            .toList();

    assertThat(examples).hasSizeGreaterThan(2);
    for (String example : examples) {
      List<Fault> faults =
          files().read(folder.resolve("example.yaml"), example, Partner.class).faults();
      assertThat(faults).as(example).isEmpty();
    }
  }

  private static ConfigFiles files() {
    Map<String, String> byEnd =
        Map.of(
            "PORT", "2022",
            "TLS", "true",
            "URL", "https://example.org/jobs",
            "HOST", "example.org",
            "PATH", "/jobs/{id}");
    return new ConfigFiles(
        name ->
            Optional.of(
                byEnd.getOrDefault(
                    name.replaceFirst(".*_", ""),
                    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4+Q0mKxIqKjcWnYxUBt1wW8VRtCqzrpVnRw5V5C1a")));
  }
}
