package norrhub.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * The IP addresses that share their first bits, such as 10.0.0.0/8, 2001:db8::/32 or one address.
 *
 * @param network the first address
 * @param bits how many of its leading bits the others share
 */
public record AddressRange(InetAddress network, int bits) {
  private static final String LITERAL = "[0-9a-fA-F:.]+";

  /**
   * Reads an address, or an address and a prefix length. Names are refused: what they mean changes
   * with time.
   */
  public static AddressRange of(String text) {
    String[] parts = text.strip().split("/", -1);
    InetAddress network =
        literal(parts[0]).orElseThrow(() -> wrong(text, "it does not begin with an IP address"));
    int all = network.getAddress().length * Byte.SIZE;
    int bits = parts.length == 1 ? all : parts.length == 2 ? bits(parts[1]) : -1;
    if (bits < 0 || bits > all) {
      throw wrong(text, "behind the slash belongs a number from 0 to " + all);
    }
    AddressRange range = new AddressRange(network, bits);
    if (!network.equals(range.first(network))) {
      throw wrong(text, "the network begins at " + range.first(network).getHostAddress());
    }
    return range;
  }

  /**
   * Those who count as one with this address: of IPv6 a /64, since that is what one household or
   * machine has; of IPv4 it alone.
   */
  static AddressRange around(InetAddress address) {
    int all = address.getAddress().length * Byte.SIZE;
    AddressRange range = new AddressRange(address, Math.min(all, 64));
    return new AddressRange(range.first(address), range.bits());
  }

  /** The address that a text is, without asking any name server. */
  public static Optional<InetAddress> literal(String text) {
    boolean isLiteral =
        text.matches(LITERAL) && (text.contains(":") || text.matches("\\d+(\\.\\d+){3}"));
    try {
      return isLiteral ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  public boolean contains(InetAddress address) {
    return address.getAddress().length == network.getAddress().length
        && first(address).equals(network);
  }

  /** The first address of the range of this size that the address lies in. */
  private InetAddress first(InetAddress address) {
    byte[] bytes = address.getAddress();
    for (int i = 0; i < bytes.length; i++) {
      int kept = Math.min(Byte.SIZE, Math.max(0, bits - i * Byte.SIZE));
      bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("as many bytes as an address has", e);
    }
  }

  private static int bits(String text) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException(
        "`%s` is not a range of IP addresses such as 10.0.0.0/8: %s".formatted(text, why));
  }

  @Override
  public String toString() {
    return network.getHostAddress() + "/" + bits;
  }
}
