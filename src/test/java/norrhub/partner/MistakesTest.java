package norrhub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.platform.HubDirectories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Mistakes that admins make, on a machine where none of the names is set. */
class MistakesTest {
  private static final String KEY = HostKey.EXAMPLE;

  private static final String REST_BLOCK = "    rest: { url: \"https://example.org/\" }";

  @TempDir private Path config;

  private List<String> check(String feed) throws IOException {
    Files.createDirectories(config.resolve("partners"));
    Files.createDirectories(config.resolve("boards"));
    for (String format : List.of("plain", "teamtailor-feed", "teamtailor-rest", "visma-recruit")) {
      Files.createDirectories(config.resolve("formats").resolve(format));
      Files.writeString(config.resolve("formats").resolve(format).resolve("format.yaml"), "");
    }
    Files.writeString(
        config.resolve("partners/boden.yaml"),
        "name: Boden\nboards: all\nfeeds:\n  - id: boden-jobs\n    speaksFor: changes\n" + feed);
    HubDirectories home = new HubDirectories(config, Path.of("routes"), Path.of("data"));
    return new Partners(home, new ConfigFiles(name -> Optional.empty()))
        .check().stream()
            .map(fault -> fault.toString().replace(config + "/partners/", ""))
            .filter(fault -> !fault.contains("is not set"))
            .toList();
  }

  private static String sftp(String key, String files) {
    return """
        format: plain
        sftp:
          host: ${HOST}
          port: ${PORT}
          hostKey: %s
          user: ${USER_NAME}
          password: ${PASSWORD}
          directory: ${DIRECTORY}
          settle: ${SETTLE}
          files: %s
    """
        .formatted(key, files);
  }

  private static String rest(String lines) {
    return "    format: plain\n    rest:\n" + lines.indent(6);
  }

  @Test
  void namesThatAreNotSetAreNoMistake() throws IOException {
    assertThat(check(sftp(KEY, "\"*.xml\""))).isEmpty();
    assertThat(check(sftp("${HOST_KEY}", "\"*.xml\""))).isEmpty();
    assertThat(check(rest("url: ${URL}\nheader: X-Key\nkey: ${KEY}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4",
        "ssh-ed25519 AAAA",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4+Q0mKxIqKjcWnYxUBt1wW8VRtCqzrpVnRw5V5C",
        "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIGq4+Q0mKxIqKjcWnYxUBt1wW8VRtCqzrpVnRw5V5C1a",
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB",
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTY="
      })
  void aHostKeyThatWasCutIsFound(String key) throws IOException {
    assertThat(check(sftp(key, "\"*.xml\"")))
        .singleElement()
        .asString()
        .startsWith("boden.yaml:7: `hostKey` is not a whole key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "responseTimout: 30s   | unknown key `responseTimout`, did you mean `responseTimeout`?",
        "followRedirects: true | unknown key `followRedirects`",
        "soTimeout: 30s        | unknown key `soTimeout`",
        "connectTimeout: 30    | `connectTimeout` is not a duration: write 90s, 5m or 1h",
        "connectTimeout: 61s   | `connectTimeout` is not a time from 1s to 1m, such as 20s",
        "responseTimeout: 0s   | `responseTimeout` is not a time from 1s to 5m, such as 90s",
        "responseTimeout: 301s | `responseTimeout` is not a time from 1s to 5m, such as 90s",
        "responseTimeout: 6m   | `responseTimeout` is not a time from 1s to 5m, such as 90s",
        "responseTimeout: 2h   | `responseTimeout` is not a time from 1s to 5m, such as 90s",
      })
  void anOptionThatIsNotOneOfAFewIsAMistake(String option, String fault) throws IOException {
    assertThat(check(rest("url: ${URL}\noptions:\n  " + option.strip())))
        .singleElement()
        .asString()
        .startsWith("boden.yaml:10: " + fault.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connectTimeout: 60s",
        "connectTimeout: 1m",
        "responseTimeout: 1s",
        "responseTimeout: 99s",
        "responseTimeout: 300s",
        "responseTimeout: 5m",
        "responseTimeout: ${PATIENCE}"
      })
  void anOptionWithinItsBoundsIsNone(String option) throws IOException {
    assertThat(check(rest("url: ${URL}\noptions: { \"" + option.replace(": ", "\": \"") + "\" }")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC7vbqajDhA",
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBAAA"
      })
  void soIsALongerOne(String key) throws IOException {
    assertThat(check(sftp(key, "\"*.xml\""))).hasSize(1);
  }

  @Test
  void aPatternThatBeginsWithAStarNeedsQuotes() throws IOException {
    assertThat(check(sftp(KEY, "*.xml")))
        .containsExactly(
            "boden.yaml:15: a text that begins with * must stand in quotes: write \"*.xml\"");
    assertThat(check(sftp(KEY, "*")))
        .containsExactly(
            "boden.yaml:15: a text that begins with * must stand in quotes: write \"*.xml\"");
    assertThat(check(sftp(KEY, "*jobs")))
        .singleElement()
        .asString()
        .contains("put a text that begins with * in quotes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "next: /next;link: true                   | only one of `next`, `link` and `pages`",
        "next: /next;list: /a;pages: { by: offset, parameter: skip } | only one of `next`, `link`",
        "list: /a;pages: { by: offset }           | `pages` needs a `parameter`, or ${offset}",
        "list: /a;pages: { by: page }             | `pages` needs a `parameter`, or ${page}",
        "list: /a;pages: offset                   | `pages`",
        "pages: { by: offset, parameter: skip }   | `pages` needs `list`",
        "total: /n                                | `total` needs `list`"
      })
  void keysThatDoNotGoTogetherAreFoundWithoutTheNames(String lines, String fault)
      throws IOException {
    assertThat(check(rest("url: ${URL}\n" + lines.replace(";", "\n"))))
        .singleElement()
        .asString()
        .contains(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?api_key=abc123",
        "?a=1&apikey=abc123",
        "?key=abc123",
        "?token=abc123&b=2",
        "?access_token=abc123",
        "?X-Api-Key=abc123&page=1",
        "?password=hemligt"
      })
  void aKeyInAnAddressIsFound(String query) throws IOException {
    assertThat(check(rest("url: https://example.org/jobs" + query)))
        .anyMatch(fault -> fault.contains("boden.yaml:8: the address carries a key"))
        .noneMatch(fault -> fault.contains("abc123") || fault.contains("hemligt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?a=1",
        "?keyword=x",
        "?tokens=3",
        "?key=",
        "?sort=key",
        "?monkey=1",
        "?page=2&a=b"
      })
  void anotherParameterIsNoKey(String query) throws IOException {
    assertThat(check(rest("url: https://example.org/jobs" + query))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "teamtailor, teamtailor-feed",
    "teamtailor-fed, teamtailor-feed",
    "visma, visma-recruit",
    "plain-xml, plain"
  })
  void aFormatIsSuggested(String written, String meant) throws IOException {
    assertThat(check("    format: " + written + "\n    rest: { url: \"https://example.org/\" }"))
        .anyMatch(fault -> fault.contains("did you mean `" + meant + "`?"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lulå       | partners/boden.yaml:7: unknown place `Lulå`, did you mean `Luleå`?",
        "Remote     | partners/boden.yaml:7: unknown place `Remote`: write a municipality, town, site or county of config/vocabulary/places.yaml",
        "'\"9999\"' | partners/boden.yaml:7: unknown place `9999`: write a municipality, town, site or county of config/vocabulary/places.yaml",
      })
  void anUnknownDefaultPlaceIsAFault(String place, String fault) throws IOException {
    vocabulary();
    assertThat(check("    format: plain\n    defaultPlace: " + place + "\n" + REST_BLOCK))
        .containsExactly(fault.replace("partners/", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Luleå", "luleå kommun", "Råneå", "Aitik", "\"2580\"", "Norrbotten", "${X}"})
  void aKnownDefaultPlaceIsNone(String place) throws IOException {
    vocabulary();
    assertThat(check("    format: plain\n    defaultPlace: " + place + "\n" + REST_BLOCK))
        .isEmpty();
  }

  private void vocabulary() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("config/vocabulary"), config.resolve("vocabulary"));
  }
}
