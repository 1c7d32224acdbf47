package norrhub.route.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.platform.HubDirectories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesCheckTest {
  private final HubDirectories home =
      new HubDirectories(Path.of("config"), Path.of("routes"), Path.of("data"));
  private final RoutesCheck check =
      new RoutesCheck(home, new ConfigFiles(name -> Optional.empty()));

  @Test
  void ourOwnRoutesAreWithoutFault() {
    assertThat(check.check()).isEmpty();
  }

  @Test
  void aTemplateOfFeedsThatIsMissingIsNamed(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("feed.camel.yaml"),
        Files.readString(Path.of("routes/rest-feed.camel.yaml"))
            .replace("id: rest-request", "id: my-request"));

    assertThat(check(folder))
        .extracting(Fault::text)
        .contains("no file has `rest-request`, without which no hub starts")
        .doesNotContain("no file has `rest-feed`, without which no hub starts");
  }

  private static List<Fault> check(Path routes) {
    HubDirectories home = new HubDirectories(Path.of("config"), routes, Path.of("data"));
    return new RoutesCheck(home, new ConfigFiles(name -> Optional.empty())).check();
  }

  /** As the threads of the common pool are where the hub runs from its packed jar. */
  @Test
  void theBeansAreFoundFromAThreadThatDoesNotSeeOurClasses() {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      List<Fault> faults = check.check();
      assertThat(faults).isEmpty();
    } finally {
      thread.setContextClassLoader(usual);
    }
  }
}
