package norrhub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports on which nobody listens, never one of them twice in a run of the tests. They lie below
 * those that Linux, macOS and Windows give to connections, so that no connection takes one between
 * this choice and its use. Each process of tests has a range of its own, and holds its first port
 * as long as it lives.
 */
public final class FreePort {
  private static final int FIRST = 20_000;
  private static final int RANGE = 1_000;
  private static final int RANGES = 12;

  private static final ServerSocket HELD = hold();
  private static final AtomicInteger NEXT = new AtomicInteger();

  private FreePort() {}

  public static int next() {
    for (int tried = 0; tried < RANGE; tried++) {
      int port = HELD.getLocalPort() + 1 + NEXT.getAndIncrement() % (RANGE - 1);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port from " + HELD.getLocalPort());
  }

  private static ServerSocket hold() {
    for (int range = 0; range < RANGES; range++) {
      try {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(false);
        socket.bind(new InetSocketAddress(FIRST + range * RANGE));
        return socket;
      } catch (IOException e) {
        // another process of tests has this range
      }
    }
    throw new IllegalStateException("no free range of ports from " + FIRST);
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
