package norrhub.route.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.platform.HubDirectories;
import org.junit.jupiter.api.Test;

class RoutesCheckTest {
  private final HubDirectories home =
      new HubDirectories(Path.of("config"), Path.of("routes"), Path.of("data"));
  private final RoutesCheck check =
      new RoutesCheck(home, new ConfigFiles(name -> Optional.empty()));

  @Test
  void ourOwnRoutesAreWithoutFault() {
    assertThat(check.check()).isEmpty();
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
