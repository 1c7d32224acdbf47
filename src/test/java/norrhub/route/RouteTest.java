package norrhub.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import norrhub.TestDatabase;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of feed routes in a hub that hurries, on a database and a data folder of its own.
 *
 * <p>Camel's own test support is not on the class path ({@code CamelJarsTest}): it sets a static
 * flag, "do not start", which a context that fails leaves behind for every hub of later tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = RouteTestHub.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "norrhub.pace.poll-at-most=200ms",
      "norrhub.pace.settle-at-most=300ms",
      "norrhub.limits.page=1MB",
      "norrhub.limits.file=20MB",
      "norrhub.limits.poll=6s",
      "norrhub.limits.attachment=200KB",
      // The feeds' routes alone: what applies and publishes is not part of this hub.
      "camel.main.routes-include-pattern=file:routes/*feed.camel.yaml,file:routes/deliver.camel.yaml",
      "camel.main.shutdown-timeout=3"
    })
@ContextConfiguration(initializers = RouteTest.OwnDatabase.class)
public @interface RouteTest {

  /** All route tests share one hub, and with it one database: each takes a feed id of its own. */
  class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      // Ten seconds, its own, are too few on a machine that does much else.
      Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
      try {
        Path config = Files.createTempDirectory("no-partners");
        Files.createSymbolicLink(
            config.resolve("formats"), Path.of("config/formats").toAbsolutePath());
        TestPropertyValues.of(
                "spring.datasource.url=" + TestDatabase.url(),
                "spring.datasource.username=postgres",
                "norrhub.home.config=" + config,
                "norrhub.home.data=" + Files.createTempDirectory("norrhub"))
            .applyTo(context);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
