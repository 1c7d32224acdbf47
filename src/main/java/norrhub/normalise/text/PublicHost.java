package norrhub.normalise.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a host of a web address can be reached by everybody, as far as its name says: no network
 * of the partner's own, and not the machine of whoever clicks. Names are not looked up.
 *
 * <p>Numbers are read as browsers read them (WHATWG URL, IPv4 parser): {@code 2130706433}, {@code
 * 0x7f.1} and {@code 0177.0.0.1} are all 127.0.0.1.
 */
final class PublicHost {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)+");
  private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");

  /** Ends of names that no public server has: RFC 6761, RFC 6762, RFC 8375, and by custom. */
  private static final List<String> PRIVATE =
      List.of(
          ".localhost",
          ".local",
          ".internal",
          ".localdomain",
          ".lan",
          ".home",
          ".corp",
          ".intranet",
          ".private",
          ".home.arpa",
          ".invalid",
          ".arpa");

  /** Networks that are not the internet: RFC 6890 and what it names. */
  private static final List<Network> NETWORKS =
      List.of(
          Network.of(0, 0, 8),
          Network.of(10, 0, 8),
          Network.of(100, 64, 10),
          Network.of(127, 0, 8),
          Network.of(169, 254, 16),
          Network.of(172, 16, 12),
          Network.of(192, 0, 24),
          Network.of(192, 168, 16),
          Network.of(198, 18, 15),
          Network.of(224, 0, 3));

  private record Network(long first, int bits) {
    static Network of(int a, int b, int bits) {
      return new Network((long) a << 24 | (long) b << 16, bits);
    }

    boolean holds(long address) {
      return address >> 32 - bits == first >> 32 - bits;
    }
  }

  private PublicHost() {}

  /** Literals of IPv6 are not: no career site has one, and they can hide an address of IPv4. */
  static boolean is(String written) {
    String host = written.toLowerCase(Locale.ROOT);
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (!NAME.matcher(name).matches()) {
      return false;
    }
    if (NUMBER.matcher(name.substring(name.lastIndexOf('.') + 1)).matches()) {
      return address(name).filter(PublicHost::isPublic).isPresent();
    }
    return PRIVATE.stream().noneMatch(name::endsWith);
  }

  private static boolean isPublic(long address) {
    return NETWORKS.stream().noneMatch(network -> network.holds(address));
  }

  /** The address that numbers mean: the last one fills all octets that are left. */
  private static Optional<Long> address(String name) {
    String[] parts = name.split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      Optional<Long> number = number(parts[i]);
      int octets = i == parts.length - 1 ? 5 - parts.length : 1;
      if (number.isEmpty() || number.get() >= 1L << 8 * octets) {
        return Optional.empty();
      }
      address = address << 8 * octets | number.get();
    }
    return Optional.of(address);
  }

  private static Optional<Long> number(String part) {
    boolean hex = part.startsWith("0x");
    boolean octal = !hex && part.length() > 1 && part.startsWith("0");
    String digits = hex ? part.substring(2) : part;
    try {
      return Optional.of(digits.isEmpty() ? 0L : Long.parseLong(digits, hex ? 16 : octal ? 8 : 10));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
