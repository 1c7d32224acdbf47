package norrhub;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import norrhub.notice.Printable;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** An exception in the log: its messages are one line each, its stack trace has its own. */
@NullMarked
record PrintableThrowable(IThrowableProxy thrown) implements IThrowableProxy {

  static @Nullable IThrowableProxy of(@Nullable IThrowableProxy thrown) {
    return thrown == null ? null : new PrintableThrowable(thrown);
  }

  private static @Nullable String printable(@Nullable String message) {
    return message == null ? null : Printable.line(message);
  }

  @Override
  public @Nullable String getMessage() {
    return printable(thrown.getMessage());
  }

  @Override
  public @Nullable String getOverridingMessage() {
    return printable(thrown.getOverridingMessage());
  }

  @Override
  public String getClassName() {
    return thrown.getClassName();
  }

  @Override
  public StackTraceElementProxy @Nullable [] getStackTraceElementProxyArray() {
    return thrown.getStackTraceElementProxyArray();
  }

  @Override
  public int getCommonFrames() {
    return thrown.getCommonFrames();
  }

  @Override
  public @Nullable IThrowableProxy getCause() {
    return of(thrown.getCause());
  }

  @Override
  public IThrowableProxy @Nullable [] getSuppressed() {
    IThrowableProxy[] suppressed = thrown.getSuppressed();
    return suppressed == null
        ? null
        : Arrays.stream(suppressed).map(PrintableThrowable::new).toArray(IThrowableProxy[]::new);
  }

  @Override
  public boolean isCyclic() {
    return thrown.isCyclic();
  }
}
