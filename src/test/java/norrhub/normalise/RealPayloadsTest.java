package norrhub.normalise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import norrhub.Golden;
import norrhub.config.ConfigFiles;
import norrhub.mapping.Format;
import norrhub.mapping.Formats;
import norrhub.mapping.Mapped;
import norrhub.mapping.MappingFailed;
import norrhub.notice.Finding;
import norrhub.notice.Severity;
import norrhub.partner.Partner;
import norrhub.platform.HubDirectories;
import norrhub.record.BrokenRecord;
import norrhub.record.PartFile;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import norrhub.record.repair.Readers;
import norrhub.vacancy.VacancyId;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Payloads of real systems, where they lie beside the house, through reading, mapping and
 * normalising. The table says for each what became of its records; a record that is not taken has
 * its reason there. {@code -Dgolden.update=true} writes it anew.
 */
class RealPayloadsTest {
  private static final Path SAMPLES = Path.of("../shared/samples");
  private static final Path TABLE = Path.of("src/test/resources/norrhub/normalise/payloads.txt");
  private static final Pattern BLOCK =
      Pattern.compile("```(?:text|xml)?\\R(.*?)```", Pattern.DOTALL);
  private static final Instant FETCHED = Instant.parse("2026-08-20T10:00:00Z");
  private static final HubDirectories HOME =
      new HubDirectories(Path.of("config"), Path.of("routes"), Path.of("data"));
  private static final Normaliser NORMALISER = Drafts.NORMALISER;
  private static final Formats FORMATS =
      new Formats(
          HOME, new ConfigFiles(name -> Optional.empty()), Readers.all(), Readers.repairs());
  private static final Partner PARTNER =
      new Partner(
          "norrbolaget",
          "Norrbolaget",
          List.of(),
          Optional.empty(),
          ZoneId.of("Europe/Stockholm"),
          "sv",
          "norrbolaget",
          Optional.empty(),
          List.of());

  /** Beginnings of files' names, the longest first where two fit. */
  private static final Map<String, String> FORMAT_OF =
      Map.ofEntries(
          Map.entry("ashby/", "ashby"),
          Map.entry("greenhouse/", "greenhouse"),
          Map.entry("hrxml-eures/ad_1.json", "nav"),
          Map.entry("hrxml-eures/", "eures-hrxml"),
          Map.entry("hrxml-platsbanken/", "hrxml-platsbanken"),
          Map.entry("indeed-xml/", "indeed-xml"),
          Map.entry("jobtech/", "jobtech-jobstream"),
          Map.entry("lever/", "lever"),
          Map.entry("nav/", "nav"),
          Map.entry("other-rss/", "rss"),
          Map.entry("personio/", "personio"),
          Map.entry("reachmee/rest", "reachmee-rest"),
          Map.entry("reachmee/rss", "reachmee-rss"),
          Map.entry("recruitee/", "recruitee"),
          Map.entry("schema-org-jsonld/", "schema-org-pages"),
          Map.entry("smartrecruiters/", "smartrecruiters"),
          Map.entry("successfactors/rmk", "successfactors-rss"),
          Map.entry("successfactors/", "successfactors-xml"),
          Map.entry("teamtailor/rest", "teamtailor-rest"),
          Map.entry("teamtailor/", "teamtailor-feed"),
          Map.entry("varbi/rest", "varbi-rest"),
          Map.entry("visma-recruit/", "visma-recruit"),
          Map.entry("workable/", "workable"),
          Map.entry("workday/", "workday-cxs"));

  @TempDir Path folder;

  @Test
  void nothingOfARealPayloadIsLostWithoutALine() throws Exception {
    Assumptions.assumeTrue(
        Files.isDirectory(SAMPLES), SAMPLES + " is not here: nothing to test against");
    List<String> known =
        Files.exists(TABLE)
            ? Files.readAllLines(TABLE).stream().map(this::name).toList()
            : List.of();
    StringBuilder table = new StringBuilder();
    for (Path file : files()) {
      String name = SAMPLES.relativize(file).toString();
      // Other captures may be laid beside these one day: they are tried, and told to who runs it.
      Row row = row(name, file);
      if (known.contains(name) || Boolean.getBoolean("golden.update")) {
        table.append(row).append('\n');
      } else {
        System.out.println(row);
      }
      assertThat(row.read)
          .as(name)
          .isEqualTo(row.accepted + row.keptOut + row.removed + row.rejected());
    }
    Golden.check(TABLE, table.toString());
  }

  private String name(String line) {
    return line.split(" ", 2)[0];
  }

  private List<Path> files() throws Exception {
    try (var files = Files.walk(SAMPLES)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> formatOf(SAMPLES.relativize(file).toString()).isPresent())
          .sorted()
          .toList();
    }
  }

  private static Optional<String> formatOf(String name) {
    return FORMAT_OF.entrySet().stream()
        .filter(entry -> name.startsWith(entry.getKey()))
        .max(Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue);
  }

  private Row row(String name, Path file) throws Exception {
    String id = formatOf(name).orElseThrow();
    Format format = FORMATS.find(id).orElseThrow();
    Row row = new Row(name, id);
    if (!name.endsWith(".md")) {
      read(format, new PartFile(name, file), row);
      return row;
    }
    // Documentation, of which the examples are payloads.
    for (var block = BLOCK.matcher(Files.readString(file)); block.find(); ) {
      if (block.group(1).contains("<source>")) {
        Path example = Files.createTempFile(folder, "example", ".xml");
        Files.write(example, block.group(1).getBytes(UTF_8));
        read(format, new PartFile(name, example), row);
      }
    }
    return row;
  }

  private static void read(Format format, PartFile part, Row row) throws Exception {
    try (RecordStream records = format.open(part)) {
      for (var next = records.next(); next.isPresent(); next = records.next()) {
        row.read++;
        take(format, next.get(), row);
      }
      records.findings().forEach(row::tell);
    } catch (UnreadablePart e) {
      row.tell(e.finding());
    }
  }

  private static void take(Format format, ReadResult reading, Row row) {
    if (reading instanceof BrokenRecord broken) {
      row.reject(broken.finding());
      return;
    }
    SourceRecord record = (SourceRecord) reading;
    Optional<String> key = format.key(record.content());
    if (key.isEmpty()) {
      row.reject("record-without-key");
      return;
    }
    try {
      Mapped mapped = format.map(record.content(), format.needs());
      VacancyId id = VacancyId.of(PARTNER.ats(), key.get());
      Normalised made =
          NORMALISER.normalise(
              mapped.draft(),
              new NormalisationContext(
                  PARTNER, id, key.get(), FETCHED, Optional.empty(), Drafts.VOCABULARY));
      mapped.findings().forEach(row::tell);
      row.take(made);
    } catch (MappingFailed e) {
      row.reject("record-not-mapped");
    }
  }

  /** What became of one file. */
  private static final class Row {
    private final String name;
    private final String format;
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Map<String, Integer> notices = new TreeMap<>();
    private int read;
    private int accepted;
    private int keptOut;
    private int removed;

    Row(String name, String format) {
      this.name = name;
      this.format = format;
    }

    void take(Normalised made) {
      if (made.removed()) {
        removed++;
      } else if (made.keptOut()) {
        keptOut++;
      } else if (made.vacancy().isPresent()) {
        accepted++;
      } else {
        reject(
            made.findings().stream()
                .filter(finding -> finding.kind().severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow());
        return;
      }
      made.findings().forEach(this::tell);
    }

    void reject(Finding finding) {
      reject(finding.kind().code());
    }

    void reject(String reason) {
      reasons.merge(reason, 1, Integer::sum);
    }

    void tell(Finding finding) {
      notices.merge(finding.kind().code(), 1, Integer::sum);
    }

    int rejected() {
      return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
      List<String> told = new ArrayList<>();
      notices.forEach((code, times) -> told.add(times + " " + code));
      return "%s | %s | read %d | accepted %d | kept out %d | removed %d | rejected %d%s%s"
          .formatted(
              name,
              format,
              read,
              accepted,
              keptOut,
              removed,
              rejected(),
              reasons.isEmpty() ? "" : " " + reasons,
              told.isEmpty() ? "" : " | told " + String.join(", ", told));
    }
  }
}
