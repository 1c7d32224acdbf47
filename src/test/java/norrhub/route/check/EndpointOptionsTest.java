package norrhub.route.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointOptionsTest {
  /** Camel's catalogue takes a second to read. */
  private static final EndpointOptions OPTIONS = new EndpointOptions();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "sftp:h/d | conectTimeout: 5000 | `sftp` has no option `conectTimeout`; did you mean `connectTimeout`?",
        "sftp:h/d | connectTimeout: soon | `connectTimeout` is a time such as 5000, 30s or 2m, not `soon`",
        "sftp:h/d | maximumReconnectAttempts: few | `maximumReconnectAttempts` is a whole number, not `few`",
        "sftp:h/d | streamDownload: maybe | `streamDownload` is `true` or `false`, not `maybe`",
        "sftp:h/d | readLock: changd | `readLock` is one of none, markerFile, fileLock, rename, changed, idempotent, idempotent-changed, idempotent-rename, not `changd`",
        "imaps:h | fetchSise: 10 | `imaps` has no option `fetchSise`; did you mean `fetchSize`?",
        "https://h | followRedirect: false | `https` has no option `followRedirect`; did you mean `followRedirects`?",
        "scheduler:x?dealy=5 | initialDelay: 1 | `scheduler` has no option `dealy`; did you mean `delay`?",
        "scheduler:x?dealy={{tick}} | initialDelay: 1 | `scheduler` has no option `dealy`; did you mean `delay`?",
        "scheduler:x?delay=often | initialDelay: 1 | `delay` is a whole number, not `often`",
        "shceduler:x | delay: 1 | Camel has no component `shceduler`; did you mean `scheduler`?",
        "xchange:b | method: ticker | `xchange` needs the option `service`",
        "\"{{where}}\" | delay: 1 | its component is not known before the route runs: write the scheme as a parameter of its own, with a `defaultValue`",
      })
  void aWrongOptionIsAFaultWithItsLine(String uri, String option, String fault) throws IOException {
    assertThat(faults(uri, option)).containsExactly(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "sftp:h/d | connectTimeout: 10s",
        "sftp:h/d | filter: \"#someBean\"",
        "sftp:h/d | connectTimeout: \"{{tick}}\"",
        "sftp:h/d | readLock: CHANGED",
        "imaps:h | mail.imaps.timeout: 30000",
        "https://h | httpClient.contentCompressionEnabled: false",
        "https://h | jobsOfTheWeek: all",
        "scheduler:x?delay=5000 | initialDelay: 1",
      })
  void aRightOneIsNone(String uri, String option) throws IOException {
    assertThat(faults(uri, option)).isEmpty();
  }

  @Test
  void aTargetDeepInATemplateIsLookedAtWithTheDefaultsOfItsParameters() throws IOException {
    Files.writeString(
        folder.resolve("own.camel.yaml"),
        """
        - routeTemplate:
            id: own
            parameters:
              - name: scheme
                defaultValue: https
              - name: server
            route:
              from:
                uri: scheduler:own
                steps:
                  - doTry:
                      steps:
                        - to:
                            uri: "{{scheme}}://{{server}}"
                            parameters:
                              followRedirect: false
                      doCatch:
                        - exception: [java.lang.Exception]
                          steps:
                            - removeHeaders:
                                pattern: "*"
        """);

    assertThat(faults())
        .containsExactly("`https` has no option `followRedirect`; did you mean `followRedirects`?");
  }

  @Test
  void theDefaultOfAParameterIsOfTheKindThatItsOptionTakes() throws IOException {
    Files.writeString(
        folder.resolve("own.camel.yaml"),
        """
        - routeTemplate:
            id: own
            parameters:
              - name: patience
                defaultValue: soon
              - name: rest
                defaultValue: 30s
            route:
              from:
                uri: "sftp:h/d?soTimeout={{rest}}"
                parameters:
                  connectTimeout: "{{patience}}"
                steps:
                  - removeHeaders:
                      pattern: "*"
        """);

    assertThat(faults())
        .containsExactly("`connectTimeout` is a time such as 5000, 30s or 2m, not `soon`");
  }

  @Test
  void theFaultNamesFileAndLine() throws IOException {
    write("sftp:h/d", "conectTimeout: 5000");

    assertThat(check())
        .filteredOn(fault -> fault.toString().contains("conectTimeout"))
        .singleElement()
        .asString()
        .contains("own.camel.yaml:7: ");
  }

  private List<String> faults(String uri, String option) throws IOException {
    write(uri, option);
    return faults();
  }

  private List<String> faults() {
    return check().stream()
        .map(Fault::toString)
        .filter(fault -> fault.contains("own.camel.yaml"))
        .map(fault -> fault.replaceFirst("^.*own\\.camel\\.yaml:\\d+: ", ""))
        .toList();
  }

  private void write(String uri, String option) throws IOException {
    Files.writeString(
        folder.resolve("own.camel.yaml"),
        """
        - route:
            id: own
            from:
              uri: "%s"
              parameters:
                # A comment, so that lines and fields differ.
                %s
              steps:
                - removeHeaders:
                    pattern: "*"
        """
            .formatted(uri, option));
  }

  private List<Fault> check() {
    RouteFile file =
        new RouteFile(
            folder.resolve("own.camel.yaml"),
            new ConfigFiles(name -> Optional.empty()),
            new ObjectMapper());
    OPTIONS.check(file);
    return file.faults();
  }
}
