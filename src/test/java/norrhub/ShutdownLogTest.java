package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class ShutdownLogTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger(ShutdownLog.class);

  @Test
  void aHubThatStopsSaysSoFirstAndLast() {
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    LOG.addAppender(said);
    try (var hub = new AnnotationConfigApplicationContext(ShutdownLog.class);
        var managementPort = new AnnotationConfigApplicationContext()) {
      hub.registerBean(Part.class, () -> new Part(said));
      hub.getBean(Part.class).start();
      managementPort.setParent(hub);
      managementPort.refresh();
    } finally {
      LOG.detachAppender(said);
    }

    List<String> lines = said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("The hub stops: ").contains("up to 30s to end");
    assertThat(lines.get(1)).isEqualTo("a part stops");
    assertThat(lines.get(2)).startsWith("The hub has stopped");
  }

  /** As routes and web servers are. */
  private static final class Part implements SmartLifecycle {
    private final ListAppender<ILoggingEvent> said;
    private boolean running;

    Part(ListAppender<ILoggingEvent> said) {
      this.said = said;
    }

    @Override
    public void start() {
      running = true;
    }

    @Override
    public void stop() {
      running = false;
      LOG.info("a part stops");
      assertThat(said.list).isNotEmpty();
    }

    @Override
    public boolean isRunning() {
      return running;
    }
  }
}
