package norrhub;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Stands before whatever the log is written to, so that no file's name, no subject and no server's
 * answer can end a line, begin another that looks like one of the hub's, or steer a terminal. It
 * leaves the log's configuration to its owner: patterns, files and formats are as they were set.
 */
final class PrintableLog
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    install();
  }

  /** When Spring Boot has set up the log, which it does among the first. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  static void install() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
      log.getLoggerList().forEach(PrintableLog::wrap);
    }
  }

  private static void wrap(Logger logger) {
    List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
    logger.iteratorForAppenders().forEachRemaining(appenders::add);
    for (Appender<ILoggingEvent> appender : appenders) {
      if (!(appender instanceof Printing)) {
        logger.detachAppender(appender);
        logger.addAppender(new Printing(appender));
      }
    }
  }

  /** Hands events on to one appender, printable. */
  private static final class Printing extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private final Appender<ILoggingEvent> next;

    Printing(Appender<ILoggingEvent> next) {
      this.next = next;
      setName(next.getName());
      setContext(next.getContext());
      start();
    }

    @Override
    protected void append(ILoggingEvent event) {
      next.doAppend(new PrintableEvent(event));
    }

    @Override
    public void stop() {
      super.stop();
      next.stop();
    }
  }
}
