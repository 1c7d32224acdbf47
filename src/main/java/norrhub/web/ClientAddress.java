package norrhub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whom a request on the public port comes from: the other end of the connection, or, where that is
 * a trusted proxy, whom the proxy names in X-Forwarded-For.
 *
 * <p>Each proxy appends whom it hears to that header, so it is read from its end: the first address
 * that is not a trusted proxy's is the client's. What stands before it, the client wrote itself.
 */
@Component
class ClientAddress {
  private final WebSettings settings;

  ClientAddress(WebSettings settings) {
    this.settings = settings;
  }

  /** Empty only where the server itself does not know the other end. */
  Optional<InetAddress> of(HttpServletRequest request) {
    Optional<InetAddress> client = AddressRange.literal(request.getRemoteAddr());
    List<String> named = forwardedFor(request);
    for (int i = named.size() - 1; i >= 0; i--) {
      if (client.filter(settings::isTrustedProxy).isEmpty()) {
        return client;
      }
      Optional<InetAddress> next = AddressRange.literal(withoutPort(named.get(i)));
      if (next.isEmpty()) {
        return client;
      }
      client = next;
    }
    return client;
  }

  private static List<String> forwardedFor(HttpServletRequest request) {
    List<String> addresses = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders("X-Forwarded-For"))) {
      addresses.addAll(List.of(line.split(",", -1)));
    }
    return addresses;
  }

  /** Some proxies write {@code 192.0.2.1:4711} or {@code [2001:db8::1]:4711}. */
  private static String withoutPort(String written) {
    String address = written.strip();
    return address.startsWith("[")
        ? address.replaceFirst("^\\[(.*)](:\\d+)?$", "$1")
        : address.replaceFirst("^([0-9.]+):\\d+$", "$1");
  }
}
