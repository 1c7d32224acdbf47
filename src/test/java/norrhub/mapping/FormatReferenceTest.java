package norrhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.Golden;
import norrhub.config.ConfigFiles;
import norrhub.config.EditorSchema;
import norrhub.config.KeyReference;
import norrhub.platform.HubDirectories;
import norrhub.record.RecordReader;
import norrhub.record.repair.Readers;
import norrhub.record.repair.Repair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page and the schema that are made from the types of format files, and its examples. */
class FormatReferenceTest {
  private static final Path PAGE = Path.of("src/docs/add-a-format.md");
  private static final Pattern RECIPE =
      Pattern.compile("^\\| `(\\{.+?)` \\| `(.+?)` \\| `(.+?)` \\|$", Pattern.MULTILINE);

  @Test
  void theSchemaForEditorsIsFresh() throws IOException {
    ObjectNode schema = EditorSchema.of(FormatFile.class);
    ObjectNode reader = (ObjectNode) schema.path("properties").path("reader");
    reader.put("additionalProperties", false).put("minProperties", 1).put("maxProperties", 1);
    ObjectNode kinds = reader.putObject("properties");
    for (RecordReader<?> kind : Readers.all()) {
      ObjectNode settings = EditorSchema.of(kind.settings());
      settings.remove("$schema");
      kinds.set(kind.kind(), settings);
    }
    ArrayNode names = ((ObjectNode) schema.at("/properties/repairs/items")).putArray("enum");
    Readers.repairs().forEach(repair -> names.add(repair.name()));

    Golden.check(
        Path.of("src/main/resources/schema/format-v1.json"), schema.toPrettyString() + "\n");
  }

  @Test
  void theReferenceOfKeysIsFresh() throws IOException {
    StringBuilder keys = new StringBuilder(KeyReference.of(FormatFile.class, "The format"));
    for (RecordReader<?> reader : Readers.all()) {
      keys.append('\n')
          .append(KeyReference.of(reader.settings(), "`reader: { " + reader.kind() + ": … }`"));
    }
    Golden.checkPart(PAGE, "keys", keys + "\n");
  }

  @Test
  void theKindsOfFilesAndTheRepairsOnThePageAreThoseOfTheHub() throws IOException {
    String names =
        """
        Kinds of files, under `reader`: %s.

        Repairs, under `repairs`: %s.
        """
            .formatted(
                list(Readers.all().stream().map(RecordReader::kind)),
                list(Readers.repairs().stream().map(Repair::name)));

    Golden.checkPart(PAGE, "names", names);
  }

  @Test
  void thePageSaysOfEveryRepairWhatItIsFor() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(Readers.repairs())
        .extracting(Repair::name)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page).contains("`repairs: [" + name + "]`"));
  }

  private static String list(Stream<String> names) {
    return names.map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  @Test
  void thePageNamesEveryFieldOfADraft() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(DraftFields.names()).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  @Test
  void theExampleOfThePageWorks(@TempDir Path home) throws Exception {
    Path folder = Files.createDirectories(home.resolve("formats/acme-jobs"));
    List<String> examples = examples();
    Files.writeString(folder.resolve("format.yaml"), examples.get(0));
    Files.writeString(folder.resolve("mapping.jslt"), examples.get(1));

    assertThat(formats(home).faults()).isEmpty();
  }

  @Test
  void theRecipesOfThePageWork() throws Exception {
    ObjectMapper json = new ObjectMapper();
    List<MatchResult> recipes = RECIPE.matcher(Files.readString(PAGE)).results().toList();

    assertThat(recipes).hasSizeGreaterThan(5);
    for (MatchResult recipe : recipes) {
      assertThat(
              Jslt.compile(PAGE, 1, recipe.group(2))
                  .apply(json.readTree(recipe.group(1)), Map.of()))
          .as(recipe.group())
          .isEqualTo(json.readTree(recipe.group(3)));
    }
  }

  @Test
  void aFormatWithFaultsIsRejectedWithFileAndLineAndTheOthersStand(@TempDir Path home)
      throws Exception {
    Path good = Files.createDirectories(home.resolve("formats/good"));
    Files.writeString(
        good.resolve("format.yaml"), "evidence: captured\nreader: { json: {} }\nkey: .id\n");
    Files.writeString(good.resolve("mapping.jslt"), "{}");
    write(
        home,
        "mapping",
        "evidence: captured\nreader: { json: {} }\nkey: .id\n",
        "{\n  \"title\": .title,,\n}");
    write(home, "key", "evidence: captured\nreader: { json: {} }\n\nkey: '.id['\n", "{}");
    write(home, "kind", "evidence: captured\nreader:\n  xls: {}\nkey: .id\n", "{}");
    write(
        home, "settings", "evidence: captured\nreader:\n  xml:\n    recrod: a/b\nkey: .id\n", "{}");
    write(
        home,
        "pointer",
        "evidence: captured\nreader:\n  json:\n    records: items\nkey: .id\n",
        "{}");
    write(home, "two", "evidence: captured\nreader: { json: {}, table: {} }\nkey: .id\n", "{}");

    write(
        home,
        "value",
        "evidence: captured\nreader: { json: {} }\nkey: .id\nneeds: { side: x }\n",
        "{\n  \"title\": $feed.site\n}");

    write(
        home,
        "repair",
        "evidence: captured\nreader: { xml: { record: a } }\nkey: .id\nrepairs: [bare-ampersand]\n",
        "{}");

    Formats formats = formats(home);

    assertThat(formats.all()).extracting(Format::id).containsExactly("good");
    assertThat(formats.check().stream().map(f -> home.relativize(f.file()) + ":" + f.line()))
        .contains(
            "formats/mapping/mapping.jslt:2",
            "formats/key/format.yaml:4",
            "formats/kind/format.yaml:3",
            "formats/settings/format.yaml:4",
            "formats/pointer/format.yaml:4",
            "formats/two/format.yaml:2",
            "formats/repair/format.yaml:4",
            "formats/value/mapping.jslt:2",
            "formats/value/format.yaml:4");
  }

  private static void write(Path home, String id, String format, String mapping)
      throws IOException {
    Path folder = Files.createDirectories(home.resolve("formats").resolve(id));
    Files.writeString(folder.resolve("format.yaml"), format);
    Files.writeString(folder.resolve("mapping.jslt"), mapping);
  }

  private static Formats formats(Path home) {
    ConfigFiles files = new ConfigFiles(name -> Optional.empty());
    return new Formats(
        new HubDirectories(home, home, home), files, Readers.all(), Readers.repairs());
  }

  private static List<String> examples() throws IOException {
    return Stream.of("```yaml\n(.*?)```", "```\n(\\{.*?)```")
        .map(block -> Pattern.compile(block, Pattern.DOTALL))
        .map(FormatReferenceTest::first)
        .toList();
  }

  private static String first(Pattern block) {
    try {
      return block.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow().group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
