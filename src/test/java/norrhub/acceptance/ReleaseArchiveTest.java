package norrhub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import norrhub.FreePort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The release archive as src/main/assembly/release.xml describes it, laid out in a folder. In place
 * of the packed jar, which comes after the tests, there is one that refers to this class path.
 */
class ReleaseArchiveTest {
  private static final Path DESCRIPTOR = Path.of("src/main/assembly/release.xml");

  @TempDir Path folder;
  private Path release = Path.of("");

  @BeforeEach
  void unpack() throws Exception {
    release = Files.createDirectories(folder.resolve("opt/norrhub-1.0"));
    Document descriptor =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(DESCRIPTOR.toFile());
    for (Element set : elements(descriptor, "fileSet")) {
      if (text(set, "directory").equals("${project.build.directory}")) {
        continue; // what the build makes after the tests
      }
      copy(Path.of(text(set, "directory")), release.resolve(text(set, "outputDirectory")));
      if (text(set, "fileMode").equals("0755")) {
        executable(release.resolve(text(set, "outputDirectory")));
      }
    }
    for (Element file : elements(descriptor, "file")) {
      String source = text(file, "source");
      if (!source.startsWith("${project.build.directory}")) {
        Files.copy(Path.of(source), release.resolve(text(file, "outputDirectory")).resolve(source));
      }
    }
    jar(Files.createDirectories(release.resolve("lib")).resolve("norrhub.jar"));
  }

  @Test
  void itHoldsWhatAHubNeedsAndNoSecret() throws IOException {
    assertThat(
            List.of(
                "README.md",
                "bin/norrhub",
                "systemd/norrhub.service",
                "config/application.yaml",
                "config/formats/rss/format.yaml",
                "config/boards/campaign.yaml",
                "config/partners/lkab.yaml",
                "config/vocabulary/places.yaml",
                "routes/work.camel.yaml",
                "src/docs/operate.md",
                "src/main/resources/schema/partner-v1.json"))
        .allSatisfy(file -> assertThat(release.resolve(file)).isRegularFile());
    assertThat(Files.readString(DESCRIPTOR))
        .contains("<exclude>secrets/**</exclude>", "${project.build.finalName}.jar");
    assertThat(Files.readString(release.resolve("systemd/norrhub.service")))
        .contains("ExecStart=/opt/norrhub/bin/norrhub", "NoNewPrivileges=yes");
  }

  @Test
  void commandsRunFromAnyFolderThroughALinkAndReadTheCallersFiles() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("hub"), release.resolve("bin/norrhub"));
    Files.copy(Path.of("config/formats/rss/sample.xml"), elsewhere.resolve("jobs.xml"));

    Run check = run(elsewhere, Map.of(), link.toString(), "check");
    assertThat(check.said()).last().asString().startsWith("0 faults");
    assertThat(check.said()).anyMatch(line -> line.startsWith(release + "/config/partners/"));
    assertThat(check.exitCode()).isZero();

    Run preview = run(elsewhere, Map.of(), link.toString(), "preview", "rss", "jobs.xml");
    assertThat(preview.said()).anyMatch(line -> line.startsWith("jobs.xml:"));

    Run broken =
        run(
            elsewhere,
            Map.of("NORRHUB_BASE", folder.resolve("nowhere").toString()),
            link.toString(),
            "check");
    assertThat(broken.said())
        .containsExactly(
            "Norrhub cannot start: there is no folder %s/config; set NORRHUB_BASE to the folder that holds config/ and routes/."
                .formatted(folder.resolve("nowhere")));
    assertThat(broken.exitCode()).isEqualTo(2);
  }

  @Test
  void theHubRunsFromAnyFolderInTheFolderThatHoldsItsConfiguration() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    String script = release.resolve("bin/norrhub").toString();

    Run none = run(elsewhere, Map.of(), script);
    assertThat(none.said())
        .singleElement()
        .asString()
        .startsWith("Norrhub needs a PostgreSQL database: set NORRHUB_DATABASE_URL");
    assertThat(none.exitCode()).isEqualTo(2);

    // The address comes by way of its application.yaml.
    String nobody = "jdbc:postgresql://127.0.0.1:" + FreePort.next() + "/norrhub";
    Run settings =
        run(elsewhere, Map.of("NORRHUB_DATABASE_URL", nobody), script, "--server.port=0");
    assertThat(settings.said())
        .singleElement()
        .asString()
        .startsWith("Norrhub cannot use its database " + nobody);
    assertThat(settings.exitCode()).isEqualTo(1);
    assertThat(elsewhere).isEmptyDirectory();
  }

  private static Run run(Path folder, Map<String, String> settings, String... command)
      throws Exception {
    ProcessBuilder process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process.environment().putAll(settings);
    Process started = process.start();
    String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(said.strip().lines().toList(), started.waitFor());
  }

  private record Run(List<String> said, int exitCode) {}

  private static List<Element> elements(Document descriptor, String name) {
    var nodes = descriptor.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String text(Element element, String child) {
    var found = element.getElementsByTagName(child);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static void executable(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  /** An empty jar that starts the hub with the class path of this test. */
  private static void jar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, "norrhub.Norrhub");
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(":"))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(file)) {
      new JarOutputStream(out, manifest).close();
    }
  }
}
