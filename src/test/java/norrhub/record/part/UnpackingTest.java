package norrhub.record.part;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import norrhub.record.PartFile;
import norrhub.record.Parts;
import norrhub.record.Parts.Outcome;
import norrhub.record.UnreadablePart;
import norrhub.record.table.TableReader;
import norrhub.record.table.TableSettings;
import norrhub.record.xml.XmlReader;
import norrhub.record.xml.XmlSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed parts: what is in them is read, and a bomb does not go off. */
class UnpackingTest {
  private static final XmlSettings JOBS = new XmlSettings("Jobs/Job", List.of(), List.of());
  private static final PackingLimits SMALL = new PackingLimits(3, 1_000_000, 50, 10_000);
  @TempDir Path folder;

  @Test
  void aZipOfSeveralFilesIsReadOneAfterTheOther() throws IOException {
    Outcome outcome =
        read(
            zip(
                Map.of(
                    "a.xml",
                    job("1"),
                    "b/c.xml",
                    job("2"),
                    "__MACOSX/._a.xml",
                    "x",
                    "b/.DS_Store",
                    "x")));

    assertThat(outcome.code()).isEmpty();
    assertThat(outcome.contents()).containsExactlyInAnyOrder("\"1\"", "\"2\"");
    assertThat(outcome.places()).contains("part/a.xml:1 /Jobs/Job[1]");
    assertThat(codes(outcome)).containsExactly("part-unpacked");
    assertThat(outcome.findings().get(0).value()).isEqualTo("zip, 2 files");
  }

  @Test
  void aGzipIsRead() throws IOException {
    Outcome outcome = read(gzip(job("1").getBytes(UTF_8)));

    assertThat(outcome.contents()).containsExactly("\"1\"");
    assertThat(outcome.findings().get(0).value()).isEqualTo("gzip, 1 file");
  }

  @Test
  void aTableInAZipIsRead() throws Exception {
    PartFile part = Parts.of(folder, zip(Map.of("jobb.csv", "Ref;Titel\n1;Kock\n")));
    TableSettings table =
        new TableSettings(
            Map.of("ref", List.of(), "title", List.of("Titel")), List.of("ref"), List.of());
    Outcome outcome = Parts.read(PartRecords.open(part, new TableReader(), table, List.of()));

    assertThat(outcome.contents()).containsExactly("{\"ref\":\"1\",\"title\":\"Kock\"}");
  }

  @Test
  void aPackedFileThatWasCutOffIsIncompleteAndWhatCameBeforeStands() throws IOException {
    byte[] text =
        ("<Jobs>"
                + numbers().limit(9_000).mapToObj(n -> "<Job>" + n + "</Job>").collect(joining())
                + "</Jobs>")
            .getBytes(UTF_8);
    byte[] whole = gzip(text);
    Outcome outcome = read(Arrays.copyOf(whole, whole.length - 10));

    assertThat(outcome.code()).isEqualTo("part-not-unpacked");
    assertThat(outcome.readings()).isNotEmpty();

    byte[] zipped = zip(Map.of("a.xml", job("1")));
    assertThat(read(Arrays.copyOf(zipped, zipped.length - 5)).code())
        .isEqualTo("part-not-unpacked");
  }

  @Test
  void aPackedFileWhoseHeadIsBrokenStopsNobody() throws IOException {
    byte[] whole = gzip(job("1").getBytes(UTF_8));
    byte[] unknownMethod = whole.clone();
    unknownMethod[2] = 7;

    assertThat(read(Arrays.copyOf(whole, 5)).code()).isEqualTo("part-not-unpacked");
    assertThat(read(unknownMethod).code()).isEqualTo("part-not-unpacked");
  }

  @Test
  void anEncryptedZipIsReportedAsOneThatCannotBeUnpacked() throws IOException {
    byte[] zipped = zip(Map.of("a.xml", job("1")));
    for (int i = 0; i + 10 < zipped.length; i++) {
      boolean local = zipped[i] == 'P' && zipped[i + 1] == 'K' && zipped[i + 2] == 3;
      boolean central = zipped[i] == 'P' && zipped[i + 1] == 'K' && zipped[i + 2] == 1;
      if (local || central) {
        zipped[i + (local ? 6 : 8)] |= 1; // the flag that says so
      }
    }

    assertThat(read(zipped).code()).isEqualTo("part-not-unpacked");
  }

  @Test
  void aZipWithoutFilesIsNoEmptyListOfVacancies() throws IOException {
    assertThat(read(zip(Map.of("__MACOSX/a.xml", "x"))).code()).isEqualTo("part-empty");
    assertThat(read(zip(Map.of())).code()).isNotEmpty();
  }

  @Test
  void aBombIsRefusedByItsRatioItsSizeAndItsNumberOfFiles() throws IOException {
    String blanks = " ".repeat(600_000);
    assertThat(read(gzip(blanks.getBytes(UTF_8))).code()).isEqualTo("part-over-limit");
    Map<String, String> many = new LinkedHashMap<>();
    List.of("a", "b", "c", "d").forEach(name -> many.put(name, job(name)));
    assertThat(read(zip(many)).code()).isEqualTo("part-over-limit");
    String random =
        job(
            new java.util.Random(1)
                .ints(90_000)
                .mapToObj(Integer::toHexString)
                .collect(java.util.stream.Collectors.joining()));
    Map<String, String> large = new LinkedHashMap<>();
    List.of("a", "b").forEach(name -> large.put(name, random));
    assertThat(read(zip(large)).code()).isEqualTo("part-over-limit");
  }

  @Test
  void whatIsPackedTwiceIsNotUnpackedTwice() throws IOException {
    assertThat(read(gzip(gzip(job("1").getBytes(UTF_8)))).code()).isEqualTo("part-is-binary");
  }

  @Test
  void aWorkbookIsNoPackage() throws IOException {
    Outcome outcome = read(zip(Map.of("[Content_Types].xml", "<Types/>", "xl/a.xml", job("1"))));

    assertThat(outcome.code()).isEqualTo("part-is-binary");
  }

  private static IntStream numbers() {
    return new Random(1).ints(90_000);
  }

  private Outcome read(byte[] bytes) throws IOException {
    PartFile part = Parts.of(folder, bytes);
    try {
      return Parts.read(PartRecords.open(part, new XmlReader(), JOBS, List.of(), SMALL));
    } catch (UnreadablePart e) {
      return new Outcome(List.of(), List.of(), Optional.of(e));
    }
  }

  private static List<String> codes(Outcome outcome) {
    return outcome.findings().stream().map(finding -> finding.kind().code()).toList();
  }

  private static String job(String text) {
    return "<Jobs><Job>" + text + "</Job></Jobs>";
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(UTF_8));
      }
    }
    return packed.toByteArray();
  }
}
