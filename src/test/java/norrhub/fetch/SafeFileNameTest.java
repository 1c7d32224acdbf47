package norrhub.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFileNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jobs.xml",
        "Lediga jobb åäö 2026-11-22 (3).xml",
        "töökohad.csv",
        "_1+2,a=b@c.json"
      })
  void plainNamesAreSafe(String name) {
    assertThat(SafeFileName.is(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        ".hidden",
        "../jobs.xml",
        "a/../../jobs.xml",
        "a/b.xml",
        "a\\b.xml",
        "a..b.xml",
        "jobs\u0000.xml",
        "jobs\n.xml",
        "jobs\u202Elmx.exe",
        "*.xml",
        "${date:now}.xml",
        "{{sys:user.home}}.xml",
        "-rf.xml",
        "C:jobs.xml"
      })
  void namesThatCouldBeMoreThanANameAreNot(String name) {
    assertThat(SafeFileName.is(name)).isFalse();
  }

  @Test
  void longNamesAreNotSafe() {
    assertThat(SafeFileName.is("x".repeat(200))).isTrue();
    assertThat(SafeFileName.is("x".repeat(201))).isFalse();
  }

  @Test
  void noNaughtyStringThatPassesCanLeaveItsFolder() throws IOException {
    Path corpus = Path.of("../shared/corpora/blns");
    Assumptions.assumeTrue(Files.isDirectory(corpus), "the corpus of naughty strings is not here");
    Path folder = Path.of("/srv/feed");
    try (var files = Files.walk(corpus)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
        Files.readAllLines(file).stream()
            .filter(SafeFileName::is)
            .forEach(
                name -> assertThat(folder.resolve(name).normalize().getParent()).isEqualTo(folder));
      }
    }
  }
}
