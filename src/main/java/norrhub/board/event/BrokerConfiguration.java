package norrhub.board.event;

import java.time.Clock;
import norrhub.board.BoardFiles;
import norrhub.platform.DiskWatch;
import norrhub.platform.HubDirectories;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses between the hub's own broker and one elsewhere. */
@Configuration(proxyBeanMethods = false)
public class BrokerConfiguration {
  @Bean
  Broker broker(
      BrokerSettings settings,
      HubDirectories home,
      BoardFiles boards,
      DiskWatch disk,
      Clock clock) {
    return settings.url() == null
        ? new EmbeddedBroker(
            home.data().resolve("broker"), settings, boards.withEvents(), disk, clock)
        : new RemoteBroker(settings.url(), settings);
  }
}
