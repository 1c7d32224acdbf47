package norrhub.board;

import norrhub.config.Home;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses between the hub's own broker and one elsewhere. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {
  @Bean
  Broker broker(BrokerSettings settings, Home home, BoardFiles boards) {
    return settings.url() == null
        ? new EmbeddedBroker(home.data().resolve("broker"), settings, boards.withEvents())
        : new RemoteBroker(settings.url(), settings);
  }
}
