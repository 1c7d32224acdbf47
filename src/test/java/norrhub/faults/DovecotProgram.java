package norrhub.faults;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Dovecot as it is installed on this machine.
 *
 * @param file empty where none is that a run could use
 * @param whyNot why there is none, where there is none
 */
record DovecotProgram(Optional<Path> file, String version, String whyNot) {
  /** 2.4 reads another kind of configuration. */
  private static final String READS_OURS = "2.3.";

  static DovecotProgram find() throws IOException {
    Optional<Path> found =
        Stream.of((System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "dovecot"))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      return new DovecotProgram(found, "", "the program dovecot is not installed");
    }
    String version = version(found.get());
    return version.startsWith(READS_OURS)
        ? new DovecotProgram(found, version, "")
        : new DovecotProgram(
            Optional.empty(),
            version,
            "%s is %s, not %sx".formatted(found.get(), version, READS_OURS));
  }

  private static String version(Path program) throws IOException {
    Process process =
        new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said.strip().replaceFirst(" .*", "");
  }
}
