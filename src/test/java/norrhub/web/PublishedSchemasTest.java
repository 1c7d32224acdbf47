package norrhub.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static norrhub.board.Vacancies.doctor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.resource.SchemaLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import norrhub.FreePort;
import norrhub.TestDatabase;
import norrhub.board.CatalogueRows;
import norrhub.vacancy.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever downloads a schema can use it, with what this hub serves and nothing else. */
class PublishedSchemasTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("src/main/resources/schema");

  @TempDir private static Path home;
  private static WebFixture hub;
  private static String address;

  @BeforeAll
  static void start() throws IOException {
    String url = TestDatabase.url();
    int port = FreePort.next();
    address = "http://localhost:" + port;
    hub =
        new WebFixture(
            url,
            home,
            Map.of("campaign", "name: Jobba i norr\nformat: campaign-json\naccess: public\n"),
            "--server.port=" + port,
            "--norrhub.public-url=" + address);
    CatalogueRows catalogue = new CatalogueRows(TestDatabase.of(url));
    Instant at = Instant.parse("2026-11-22T10:00:00Z");
    catalogue.change(doctor("1"), State.OPEN, "new", at);
    catalogue.change(doctor("2"), State.OPEN, "new", at);
    hub.publish();
    catalogue.change(doctor("2"), State.WITHDRAWN, "absent", at);
    hub.publish();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  /** All paths under /schema/, without .json. */
  static List<String> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString().replaceFirst("\\.json$", ""))
          .sorted()
          .toList();
    }
  }

  static List<String> schemas() throws IOException {
    return all().stream().filter(name -> !name.endsWith("api")).toList();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void aSchemaNamesItsOwnAddressAndResolvesFromTheHubAlone(String name) throws Exception {
    HttpResponse<byte[]> answer = hub.get("/schema/" + name + ".json");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/schema+json");
    JsonNode schema = JSON.readTree(answer.body());
    assertThat(schema.get("$id").asText()).isEqualTo(address + "/schema/" + name + ".json");

    List<String> asked = new ArrayList<>();
    JsonSchemaFactory fromHub = factory(iri -> fetch(iri, asked));
    JsonSchema loaded = fromHub.getSchema(SchemaLocation.of(schema.get("$id").asText()), formats());
    loaded.initializeValidators();
    assertThat(asked).containsExactly(schema.get("$id").asText());
    assertThat(metaSchema().validate(schema)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "campaign-v1, /feeds/campaign.json",
    "released/campaign-v1.0, /feeds/campaign.json",
    "changes-v1, /feeds/campaign/changes",
    "released/changes-v1.0, /feeds/campaign/changes",
  })
  void aDownloadedSchemaValidatesARealDocumentAlone(String name, String path) throws Exception {
    JsonSchema alone = alone(hub.get("/schema/" + name + ".json").body());
    ObjectNode document = (ObjectNode) JSON.readTree(hub.get(path).body());
    assertThat(alone.validate(document)).isEmpty();
    JsonNode vacancy = document.findParent("title");
    assertThat(vacancy).as("it holds a vacancy").isNotNull();
    ((ObjectNode) vacancy).put("title", 1);
    assertThat(alone.validate(document)).as("the vacancy in it is looked at").isNotEmpty();
  }

  @Test
  void aVacancyWithWhatLaterVersionsAddIsValid() throws Exception {
    JsonSchema alone = alone(hub.get("/schema/vacancy-v1.json").body());
    ObjectNode vacancy =
        (ObjectNode) JSON.readTree(hub.get("/feeds/campaign/vacancies/" + doctor("1").id()).body());
    assertThat(alone.validate(vacancy)).isEmpty();
    vacancy.putObject("salary").put("min", 40000);
    vacancy.put("workplace", "ABROAD");
    ((ObjectNode) vacancy.get("employer")).put("logo", "https://example.org/logo.png");
    ((ObjectNode) vacancy.get("locations").get(0)).put("latitude", 65.6);
    assertThat(alone.validate(vacancy)).isEmpty();
    vacancy.remove("title");
    assertThat(alone.validate(vacancy)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "openapi, application/vnd.oai.openapi+json",
    "asyncapi, application/vnd.aai.asyncapi+json",
  })
  void aDescriptionHoldsAllThatItRefersTo(String name, String mediaType) throws Exception {
    HttpResponse<byte[]> answer = hub.get("/schema/" + name + ".json");
    assertThat(answer.headers().firstValue("Content-Type")).contains(mediaType);
    JsonNode description = JSON.readTree(answer.body());
    assertThat(description.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            ref -> {
              assertThat(ref).startsWith("#/");
              assertThat(description.at(ref.substring(1)).isMissingNode()).as(ref).isFalse();
            });
  }

  @Test
  void theSchemaInTheHttpDescriptionIsTheOneOfTheAnswer() throws Exception {
    JsonNode openapi = JSON.readTree(hub.get("/schema/openapi.json").body());
    assertThat(openapi.at("/servers/0/url").asText()).isEqualTo(address);
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.set("components", openapi.get("components"));
    String answer = "/paths/~1feeds~1{board}.{extension}/get/responses/200/content/";
    schema.set("$ref", openapi.at(answer + "application~1json/schema/$ref"));
    JsonSchema alone = alone(schema.toString().getBytes(UTF_8));
    ObjectNode document = (ObjectNode) JSON.readTree(hub.get("/feeds/campaign.json").body());
    assertThat(alone.validate(document)).isEmpty();
    document.remove("count");
    assertThat(alone.validate(document)).isNotEmpty();
  }

  @Test
  void whoHasASchemaGetsNoBodyAgain() throws Exception {
    String etag = hub.get("/schema/vacancy-v1.json").headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again = hub.get("/schema/vacancy-v1.json", "If-None-Match", etag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(hub.send("HEAD", "/schema/released/vacancy-v1.0.json").statusCode()).isEqualTo(200);
  }

  /** In the repository a schema refers to files beside it: editors use it without any hub. */
  @ParameterizedTest
  @MethodSource("schemas")
  void theFileInTheRepositoryResolvesOffline(String name) {
    JsonSchemaFactory offline = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    String file = FOLDER.resolve(name + ".json").toUri().toString();
    offline.getSchema(SchemaLocation.of(file), formats()).initializeValidators();
  }

  private static ByteArrayInputStream fetch(String iri, List<String> asked) {
    assertThat(iri).startsWith(address + "/");
    asked.add(iri);
    try {
      HttpResponse<byte[]> answer = hub.get(iri.substring(address.length()));
      assertThat(answer.statusCode()).as(iri).isEqualTo(200);
      return new ByteArrayInputStream(answer.body());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Whoever has only these bytes, and no network. */
  private static JsonSchema alone(byte[] schema) throws IOException {
    JsonSchemaFactory nowhere =
        factory(
            iri -> {
              throw new AssertionError("it must be complete, but asks for " + iri);
            });
    JsonSchema loaded = nowhere.getSchema(JSON.readTree(schema), formats());
    loaded.initializeValidators();
    return loaded;
  }

  private static JsonSchemaFactory factory(
      java.util.function.Function<String, ByteArrayInputStream> load) {
    SchemaLoader loader =
        iri ->
            iri.toString().startsWith("https://json-schema.org/")
                ? null
                : () -> load.apply(iri.toString());
    return JsonSchemaFactory.getInstance(
        VersionFlag.V202012, builder -> builder.schemaLoaders(loaders -> loaders.add(loader)));
  }

  private static JsonSchema metaSchema() {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"), formats());
  }

  private static SchemaValidatorsConfig formats() {
    return SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
  }
}
