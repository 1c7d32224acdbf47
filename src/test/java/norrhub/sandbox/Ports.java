package norrhub.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.FreePort;
import norrhub.config.ClosestMatch;

/** Where the sandbox listens: the hub, its mail server, and each partner's system. */
final class Ports {
  private static final Pattern OPTION = Pattern.compile("--([a-z0-9-]+)=([1-9]\\d{0,4})");

  static final String WEB = "web";
  static final String MANAGEMENT = "management";
  static final String IMAP = "imap";
  static final String SMTP = "smtp";
  static final String BROKER = "broker";

  /** One listener: what its option is called, its usual port, and what people call it. */
  record Listener(String name, int usual, String words) {
    String option() {
      return "--" + name + "=";
    }
  }

  private final Map<Listener, Integer> ports = new LinkedHashMap<>();

  private Ports() {}

  /** The usual ones, but for what the arguments say, such as {@code --stegra=8190}. */
  static Ports of(List<StandInFile> partners, String... arguments) throws CannotStart {
    Ports ports = new Ports();
    Map<String, Listener> known = new LinkedHashMap<>();
    for (Listener listener : listeners(partners)) {
      ports.ports.put(listener, listener.usual());
      known.put(listener.name(), listener);
    }
    for (String argument : arguments) {
      Matcher option = OPTION.matcher(argument);
      String name = option.matches() ? option.group(1) : argument.replaceAll("^-+|=.*", "");
      Listener listener = known.get(name);
      if (listener == null) {
        throw new CannotStart(unknown(argument, name, known.keySet()));
      }
      if (!option.matches() || Integer.parseInt(option.group(2)) > 65_535) {
        throw new CannotStart(
            "%s does not name a port: write %s%d"
                .formatted(argument, listener.option(), listener.usual()));
      }
      ports.ports.put(listener, Integer.parseInt(option.group(2)));
    }
    return ports;
  }

  private static String unknown(String argument, String name, Set<String> known) {
    String meant =
        ClosestMatch.of(name, known).map(near -> " Did you mean --" + near + "=?").orElse("");
    return "Unknown argument %s.%s The sandbox knows --%s="
        .formatted(argument, meant, String.join("=, --", known));
  }

  /** Such as are free at this moment. */
  static Ports free(List<StandInFile> partners) {
    Ports ports = new Ports();
    for (Listener listener : listeners(partners)) {
      ports.ports.put(listener, FreePort.next());
    }
    return ports;
  }

  private static List<Listener> listeners(List<StandInFile> partners) {
    List<Listener> all = new ArrayList<>();
    all.add(new Listener(WEB, 8080, "the feeds"));
    all.add(new Listener(MANAGEMENT, 8081, "health"));
    all.add(new Listener(IMAP, 3143, "the mail server's IMAP"));
    all.add(new Listener(SMTP, 3025, "the mail server's SMTP"));
    all.add(new Listener(BROKER, 61616, "the hub's broker"));
    for (StandInFile partner : partners) {
      partner
          .port()
          .ifPresent(
              port -> all.add(new Listener(partner.id(), port, partner.name() + "'s system")));
    }
    return all;
  }

  /**
   * @param name a constant of this class, or a partner's id
   */
  int of(String name) {
    return ports.entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** Says at once what would stop the start halfway. */
  void check() throws CannotStart {
    Map<Integer, Listener> taken = new LinkedHashMap<>();
    for (Map.Entry<Listener, Integer> entry : ports.entrySet()) {
      Listener listener = entry.getKey();
      int port = entry.getValue();
      Listener other = taken.putIfAbsent(port, listener);
      if (other != null) {
        throw new CannotStart(
            "Port %d is meant for both %s and %s. Give one of them another."
                .formatted(port, other.words(), listener.words()));
      }
      try (ServerSocket probe = new ServerSocket()) {
        probe.bind(new InetSocketAddress(port));
      } catch (IOException e) {
        throw new CannotStart(
            "Port %d (%s) is taken. Stop what listens there, or take another: mvn spring-boot:test-run -Dspring-boot.run.arguments=%s%d"
                .formatted(port, listener.words(), listener.option(), port + 1));
      }
    }
  }
}
