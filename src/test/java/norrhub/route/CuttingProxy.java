package norrhub.route;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a server and cuts a connection as soon as the server writes a certain text. */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket door;
  private final int port;
  private final String text;

  CuttingProxy(int port, String text) throws IOException {
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = port;
    this.text = text;
    start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = door.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
      start(() -> copy(client, server, ""));
      start(() -> copy(server, client, text));
    }
  }

  private static void copy(Socket from, Socket to, String end) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8192];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        if (!end.isEmpty() && new String(bytes, 0, n, ISO_8859_1).contains(end)) {
          return;
        }
        out.write(bytes, 0, n);
      }
    }
  }

  private interface Job {
    void run() throws IOException;
  }

  private static void start(Job job) {
    Thread thread =
        new Thread(
            () -> {
              try {
                job.run();
              } catch (IOException e) {
                // one of the two ends is gone
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
