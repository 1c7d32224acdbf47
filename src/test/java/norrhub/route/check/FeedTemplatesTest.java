package norrhub.route.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import norrhub.config.ConfigFiles;
import norrhub.platform.HubDirectories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTemplatesTest {
  @TempDir Path folder;

  @Test
  void aTemplateThatPollsForAFeedDoesSoAsTheOnlyHubAndReportsItsFailures() throws Exception {
    assertThat(
            faults(
                """
                - routeTemplate:
                    id: share
                    parameters:
                      - name: feed
                    route:
                      from:
                        uri: file:/srv/{{feed}}
                        parameters:
                          bridgeErrorHandler: false
                        steps:
                          - to: { uri: "direct:deliver" }
                """))
        .containsExactlyInAnyOrder(
            "5: a feed's template needs `routeConfigurationId: feed`: what fails would not be reported as the feed's failure",
            "7: a feed's template that polls needs `pollStrategy: \"#exclusivePollStrategy\"`",
            "9: a feed's template that polls needs `bridgeErrorHandler: \"true\"`");
  }

  @Test
  void whatTakesPushesNeedsNoStrategyAndACalledTemplateNothing() throws Exception {
    assertThat(
            faults(
                """
                - routeTemplate:
                    id: pushed
                    parameters:
                      - name: feed
                    route:
                      routeConfigurationId: feed
                      from:
                        uri: platform-http:/push/{{feed}}
                        steps:
                          - to: { uri: "direct:deliver" }
                - routeTemplate:
                    id: called
                    parameters:
                      - name: feed
                    route:
                      from:
                        uri: direct:{{feed}}
                        steps:
                          - to: { uri: "direct:deliver" }
                """))
        .isEmpty();
  }

  private List<String> faults(String routes) throws Exception {
    Files.copy(Path.of("routes/feed.camel.yaml"), folder.resolve("feed.camel.yaml"));
    Files.writeString(folder.resolve("own.camel.yaml"), routes);
    var home = new HubDirectories(Path.of("config"), folder, Path.of("data"));
    return new RoutesCheck(home, new ConfigFiles(name -> Optional.empty()))
        .check().stream()
            .filter(fault -> fault.file().endsWith("own.camel.yaml"))
            .map(fault -> fault.line() + ": " + fault.text())
            .toList();
  }
}
