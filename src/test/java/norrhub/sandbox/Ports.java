package norrhub.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Where the sandbox listens. */
final class Ports {

  /** One listener, its usual port, and what people call it. */
  enum Listener {
    WEB(8080, "the feeds"),
    MANAGEMENT(8081, "health"),
    SFTP(2222, "Region Norrbotten's SFTP server"),
    ATS(8090, "Stegra's Teamtailor"),
    IMAP(3143, "the mail server's IMAP"),
    SMTP(3025, "the mail server's SMTP"),
    BROKER(61616, "the hub's broker");

    private final int usual;
    private final String words;

    Listener(int usual, String words) {
      this.usual = usual;
      this.words = words;
    }

    String option() {
      return "--" + name().toLowerCase(Locale.ROOT) + "=";
    }
  }

  private final Map<Listener, Integer> ports = new EnumMap<>(Listener.class);

  private Ports() {}

  /** The usual ones, but for what the arguments say, such as {@code --sftp=2223}. */
  static Ports of(String... arguments) {
    Ports ports = new Ports();
    for (Listener listener : Listener.values()) {
      String given =
          Arrays.stream(arguments)
              .filter(argument -> argument.startsWith(listener.option()))
              .map(argument -> argument.substring(listener.option().length()))
              .findFirst()
              .orElse(String.valueOf(listener.usual));
      ports.ports.put(listener, Integer.parseInt(given));
    }
    return ports;
  }

  /** Such as are free at this moment. */
  static Ports free() throws IOException {
    Ports ports = new Ports();
    for (Listener listener : Listener.values()) {
      try (ServerSocket any = new ServerSocket(0)) {
        ports.ports.put(listener, any.getLocalPort());
      }
    }
    return ports;
  }

  int of(Listener listener) {
    return ports.get(listener);
  }

  /** Says at once what would stop the start halfway. */
  void check() throws CannotStart {
    for (Listener listener : Listener.values()) {
      try (ServerSocket probe = new ServerSocket()) {
        probe.bind(new InetSocketAddress(of(listener)));
      } catch (IOException e) {
        throw new CannotStart(
            "Port %d (%s) is taken. Stop what listens there, or take another: mvn spring-boot:test-run -Dspring-boot.run.arguments=%s%d"
                .formatted(of(listener), listener.words, listener.option(), of(listener) + 1));
      }
    }
  }
}
