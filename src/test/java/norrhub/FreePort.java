package norrhub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports on which nobody listens, never one of them twice in a run of the tests. They lie below
 * those that Linux, macOS and Windows give to connections, so that no connection takes one between
 * this choice and its use.
 */
public final class FreePort {
  private static final int FIRST = 20_000;

  /** For each process of tests. */
  private static final int SHARE = 3_000;

  private static final int START = FIRST + (Integer.getInteger("norrhub.test.fork", 1) - 1) * SHARE;
  private static final AtomicInteger NEXT = new AtomicInteger();

  private FreePort() {}

  public static int next() {
    for (int tried = 0; tried < SHARE; tried++) {
      int port = START + Math.floorMod(NEXT.getAndIncrement(), SHARE);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port from " + START);
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
