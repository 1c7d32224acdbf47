package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class HubTest {

  /** The hub on the campaign's configuration and an empty database, no partner in reach. */
  static ConfigurableApplicationContext start() {
    try {
      return new SpringApplicationBuilder(Norrhub.class)
          .run(
              "--norrhub.home.data=" + Files.createTempDirectory("norrhub"),
              "--spring.datasource.url=" + TestDatabase.emptyUrl(),
              "--spring.datasource.username=postgres",
              "--server.port=0",
              "--management.server.port=0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void startsWithTheCampaignsConfigurationThoughNoPartnerIsThere() {
    try (ConfigurableApplicationContext hub = start()) {
      assertThat(hub.getBean(CamelContext.class).getRoute("work")).isNotNull();
    }
  }
}
