package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class HubTest {
  @TempDir Path data;

  @Test
  void startsWithTheCampaignsConfigurationThoughNoPartnerIsThere() {
    try (ConfigurableApplicationContext hub =
        new SpringApplicationBuilder(Norrhub.class)
            .run(
                "--norrhub.home.data=" + data,
                "--spring.datasource.url=" + TestDatabase.emptyUrl(),
                "--spring.datasource.username=postgres",
                "--server.port=0",
                "--management.server.port=0")) {
      assertThat(hub.getBean(CamelContext.class).getRoute("work")).isNotNull();
    }
  }
}
