package norrhub.partner;

import java.util.Set;

/** Names of hosts. */
final class Hosts {
  static final String NAME = "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9a-fA-F:]*:[0-9a-fA-F:.]+";
  static final String WANTS = "a host's name alone, such as sftp.example.org";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private Hosts() {}

  static boolean isThisMachine(String host) {
    return THIS_MACHINE.contains(host);
  }
}
