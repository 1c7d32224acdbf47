package norrhub;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in the log that the hub stops, for what it waits, and that it has stopped. */
@Component
class ShutdownLog implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ShutdownLog.class);

  private final ApplicationContext hub;
  private final String longest;
  private volatile boolean running;

  ShutdownLog(
      ApplicationContext hub,
      @Value("${spring.lifecycle.timeout-per-shutdown-phase:30s}") String longest) {
    this.hub = hub;
    this.longest = longest;
  }

  /** The management port is a context of its own, which closes too. */
  @EventListener
  void closing(ContextClosedEvent event) {
    if (event.getApplicationContext() == hub) {
      LOG.info(
          "The hub stops: nothing new is begun; polls, deliveries and requests that run have up to"
              + " {} to end",
          longest);
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    LOG.info("The hub has stopped; what was not ended is taken up at the next start");
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The first to start and the last to stop. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
