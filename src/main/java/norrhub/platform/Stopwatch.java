package norrhub.platform;

/** Measures how time passes, whatever the clock on the wall is set to. */
public interface Stopwatch {
  /** Nanoseconds since some moment; only differences mean anything. */
  long nanos();
}
