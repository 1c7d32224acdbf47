package norrhub.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between the hub and a server, and does to their connections what networks do: slows them
 * down, lets them hang, cuts them, cuts them in the middle of an answer, refuses new ones.
 */
final class TcpProxy implements AutoCloseable {
  private static final int USUAL_BUFFER = 16 * 1024;
  private static final int SLOW_BUFFER = 256;

  private final ServerSocket door;
  private final int target;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final AtomicLong bytesToCut = new AtomicLong(Long.MAX_VALUE);
  private volatile boolean refusing;
  private volatile boolean hanging;
  private volatile int millisPerChunk;

  TcpProxy(int target) throws IOException {
    this.target = target;
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("proxy of " + target, this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Resets all connections. */
  void cut() {
    links.forEach(Link::reset);
  }

  /** Lets the server say so many bytes more, then resets the connection in the middle. */
  void cutAfter(long bytes) {
    bytesToCut.set(bytes);
  }

  /** Turns new connections away. */
  void refuse(boolean on) {
    refusing = on;
  }

  /** Keeps all connections open, and lets nothing through. */
  void hang(boolean on) {
    hanging = on;
  }

  /** Lets every few bytes wait; 0 is full speed. */
  void slow(int millis) {
    millisPerChunk = millis;
  }

  void heal() {
    refuse(false);
    hang(false);
    slow(0);
    cutAfter(Long.MAX_VALUE);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        new Link(door.accept()).begin();
      } catch (IOException e) {
        // closed, or its client was gone already
      }
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }

  private final class Link {
    private final Socket client;
    private final Socket server = new Socket();

    Link(Socket client) {
      this.client = client;
    }

    void begin() {
      links.add(this);
      if (refusing) {
        reset();
        return;
      }
      start("proxy to " + target, this::connect);
    }

    private void connect() {
      try {
        server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2000);
        start("proxy from " + target, () -> pump(server, client, true));
        pump(client, server, false);
      } catch (IOException e) {
        reset();
      }
    }

    private void pump(Socket from, Socket to, boolean answer) {
      try {
        byte[] buffer = new byte[USUAL_BUFFER];
        int most = millisPerChunk > 0 ? SLOW_BUFFER : USUAL_BUFFER;
        for (int n = from.getInputStream().read(buffer, 0, most); n >= 0; ) {
          hesitate();
          int allowed = answer ? allowed(n) : n;
          to.getOutputStream().write(buffer, 0, allowed);
          if (allowed < n) {
            reset();
            return;
          }
          most = millisPerChunk > 0 ? SLOW_BUFFER : USUAL_BUFFER;
          n = from.getInputStream().read(buffer, 0, most);
        }
        to.shutdownOutput();
        if (answer) {
          end();
        }
      } catch (IOException | InterruptedException e) {
        reset();
      }
    }

    private int allowed(int wanted) {
      long left = bytesToCut.get();
      if (left == Long.MAX_VALUE) {
        return wanted;
      }
      long after = bytesToCut.addAndGet(-wanted);
      if (after > 0) {
        return wanted;
      }
      bytesToCut.set(Long.MAX_VALUE);
      return (int) Math.max(0, wanted + after);
    }

    private void hesitate() throws InterruptedException {
      while (hanging) {
        Thread.sleep(20);
      }
      int pause = millisPerChunk;
      if (pause > 0) {
        Thread.sleep(pause);
      }
    }

    /** Both ends get a RST, not a FIN. */
    void reset() {
      for (Socket end : new Socket[] {client, server}) {
        try {
          end.setSoLinger(true, 0);
        } catch (IOException e) {
          // closed already
        }
      }
      end();
    }

    private void end() {
      links.remove(this);
      for (Socket end : new Socket[] {client, server}) {
        try {
          end.close();
        } catch (IOException e) {
          // closed already
        }
      }
    }
  }
}
