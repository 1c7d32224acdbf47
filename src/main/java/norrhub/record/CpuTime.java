package norrhub.record;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What the current thread has computed so far: it stands still while the thread waits. */
public final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CpuTime() {}

  /** In nanoseconds; always 0 on a machine that does not measure it. */
  public static long nanos() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? Math.max(THREADS.getCurrentThreadCpuTime(), 0)
        : 0;
  }
}
